//! What can be wrong with the writing itself: the codes A00xx.

use crate::rule::rules;

rules! {
    /// ## What it means
    /// At this place the file needs `key: value` or `- item`, and something else stands there. The line was left out.
    ///
    /// ## Instead
    /// ```yaml
    /// controller:
    ///   name: Example
    /// ```
    EXPECTED_ENTRY = "A0001", Error, "neither a key nor an item";
    /// ## What it means
    /// A line is indented with a tab. Editors show tabs in different widths, so nobody can tell what belongs to what.
    ///
    /// ## Instead
    /// Indent with spaces, two a level.
    TAB = "A0002", Error, "a tab in the indentation";
    /// ## What it means
    /// A line is indented so that it stands beside nothing above it. It and what belongs to it were left out.
    ///
    /// ## Instead
    /// Let keys of one mapping begin in the same column.
    INDENTATION = "A0003", Error, "an indentation that matches nothing above";
    /// ## What it means
    /// A quoted text begins and does not end before the next key.
    ///
    /// ## Instead
    /// Close the quote. Inside `"…"` write a quote as `\"`, inside `'…'` as `''`.
    OPEN_QUOTE = "A0004", Error, "a quote that is never closed";
    /// ## What it means
    /// A `[` or `{` begins a list or a mapping and is not closed, or is closed by the other bracket.
    ///
    /// ## Instead
    /// ```yaml
    /// uses: [contact.name, contact.email]
    /// ```
    OPEN_BRACKET = "A0005", Error, "a bracket that is never closed";
    /// ## What it means
    /// YAML's anchors (`&a`), aliases (`*a`), tags (`!t`), merge keys (`<<`) and complex keys (`?`) are not part of the language:
    /// a policy must say what it says at the place where one reads it.
    ///
    /// ## Instead
    /// Write the value out. Put a text that begins with such a sign in quotes.
    UNSUPPORTED = "A0006", Error, "an anchor, alias, tag, merge key or complex key";
    /// ## What it means
    /// One file holds one document: a second `---`, a `...` or a `%` directive is not part of the language.
    ///
    /// ## Instead
    /// Put the other document into a file of its own.
    SECOND_DOCUMENT = "A0007", Error, "more than one document, or a directive";
    /// ## What it means
    /// Lists and mappings are nested deeper than 48 levels. No policy needs that; the deeper part was left out.
    TOO_DEEP = "A0008", Error, "nested too deeply";
    /// ## What it means
    /// The file holds a character that nobody sees: a control character such as a null byte, a byte order mark in the
    /// middle, a line end of old kind, or a sign that turns the direction of the text around it, so that people read
    /// something else than the compiler. Each is told once, where it stands first.
    ///
    /// ## Instead
    /// Save the file as UTF-8 text. Inside `"…"` a control character can be written `\u0007`.
    CONTROL = "A0009", Error, "a control character";
    /// ## What it means
    /// Inside `"…"` a backslash begins an escape, and this is none.
    ///
    /// ## Instead
    /// Write `\\` for a backslash, or use `'…'`, where a backslash is a backslash.
    ESCAPE = "A0010", Error, "an unknown escape";
    /// ## What it means
    /// After a complete value more text follows on the same line, or unquoted text holds `: `.
    ///
    /// ## Instead
    /// ```yaml
    /// why: "Orders: delivering them"
    /// ```
    TRAILING = "A0011", Error, "text after a value, or `: ` inside unquoted text";
    /// ## What it means
    /// Inside `[…]` or `{…}` values are separated by `,`, and in `{…}` each is `key: value`.
    ///
    /// ## Instead
    /// ```yaml
    /// keep: { for: 6 months, from: collection }
    /// ```
    SEPARATOR = "A0012", Error, "a separator is missing inside brackets";
}
