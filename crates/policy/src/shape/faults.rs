//! What can be wrong with keys, values and names: the codes A01xx.

use crate::rule::rules;

rules! {
    /// ## What it means
    /// The key is none that the language knows at this place. Nothing unknown is ever passed over: a misspelt
    /// promise would otherwise be a promise nobody keeps.
    ///
    /// ## Instead
    /// Use a key of the reference (`docs/policy-language.md`); the message names the nearest.
    UNKNOWN_KEY = "A0101", Error, "a key the language does not know";
    /// ## What it means
    /// The same key stands twice in one mapping, so that one of the two values would be lost.
    ///
    /// ## Instead
    /// Keep one of them, or give the other its own name.
    DUPLICATE_KEY = "A0102", Error, "a key that stands twice";
    /// ## What it means
    /// A key is missing without which this part says nothing.
    ///
    /// ## Instead
    /// Add the key. If the company has not published the value, write `{ assumed: … }`: it is then shown as a
    /// placeholder.
    MISSING_KEY = "A0103", Error, "a key is missing";
    /// ## What it means
    /// A list stands where a text is expected, a text where a mapping is, and so on.
    ///
    /// ## Example
    /// ```yaml
    /// uses: contact.name
    /// ```
    /// ## Instead
    /// ```yaml
    /// uses: [contact.name]
    /// ```
    WRONG_SHAPE = "A0104", Error, "a value of the wrong form";
    /// ## What it means
    /// The text cannot be read as what is expected here: a day, a length of time, an address.
    ///
    /// ## Instead
    /// Follow the example in the message.
    WRONG_VALUE = "A0105", Error, "a value that cannot be read";
    /// ## What it means
    /// Only a few words have a meaning here, and this is none of them.
    ///
    /// ## Instead
    /// Choose one of the words in the message; the nearest is named.
    UNKNOWN_WORD = "A0106", Error, "a word without a meaning here";
    /// ## What it means
    /// A name refers to something that is declared nowhere in this file.
    ///
    /// ## Instead
    /// Correct the name, or declare what it names.
    DANGLING = "A0107", Error, "a name that leads nowhere";
    /// ## What it means
    /// A declared name is not made of lower-case letters, digits, `-` and `_`, beginning with a letter.
    /// Names stand in addresses and in the ledger, so they must be the same everywhere.
    ///
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   deliver-orders:
    /// ```
    BAD_NAME = "A0108", Error, "a name that cannot be used";
    /// ## What it means
    /// `abide: 1` says in which edition of the language the file is written. This one is not known here.
    ///
    /// ## Instead
    /// Write `abide: 1`, or use a newer Abide.
    EDITION = "A0109", Error, "an unknown edition of the language";
    /// ## What it means
    /// The file is empty.
    ///
    /// ## Instead
    /// Begin with `abide: 1`, `service:` and `controller:`; `abide init` writes a first file.
    EMPTY = "A0110", Error, "an empty file";
    /// ## What it means
    /// `kept_by` names the declarations that keep a promise: the keys that lead there, with `/` between them. Nothing
    /// stands at this place, so that the promise would be kept by nothing.
    ///
    /// ## Example
    /// ```yaml
    /// promises:
    ///   PC-01: { says: You are 16 or older, kept_by: [minimum_ages] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// promises:
    ///   PC-01: { says: You are 16 or older, kept_by: [minimum_age] }
    /// ```
    LOST_PLACE = "A0111", Error, "a promise kept by nothing";
}
