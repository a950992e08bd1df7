//! What can be wrong with a store map: the codes A0801 to A0849. (A0850 and up are told by `stores`, which sees
//! the database.)

use crate::rule::rules;

rules! {
    /// ## What it means
    /// A table's rows are said to be kept for a purpose that the policy does not declare.
    ///
    /// ## Instead
    /// Use the name of a purpose of the policy, or declare one: data nobody has a purpose for must go.
    UNKNOWN_PURPOSE = "A0801", Error, "a table for an unknown purpose", law "GDPR Art. 5(1)(b)";
    /// ## What it means
    /// A column is said to hold a field that the policy does not declare.
    ///
    /// ## Instead
    /// Write `category.field` as in the policy's `data`, or `key`, `not-personal` or `other-person`.
    UNKNOWN_FIELD = "A0802", Error, "a column of an unknown field", law "GDPR Art. 30(1)(c)";
    /// ## What it means
    /// A link leads to a table that the map does not have, or that holds nothing personal.
    ///
    /// ## Instead
    /// Name a table with columns in this map.
    DANGLING_LINK = "A0803", Error, "a link that leads nowhere";
    /// ## What it means
    /// A column is named that does not stand under `columns`.
    ///
    /// ## Instead
    /// Correct the name, or say under `columns` what it holds.
    UNKNOWN_COLUMN = "A0804", Error, "a column that is not mapped";
    /// ## What it means
    /// A table holds personal data, but nothing says whose: it would never be exported or erased. (A table without
    /// any link follows its foreign keys; `abide check` with the database knows whether it has some.)
    ///
    /// ## Instead
    /// Say `belongs_to`, or `person` if each row is a person.
    NOBODYS = "A0805", Warning, "personal data that is nobody's";
    /// ## What it means
    /// Rows are to be kept after an erasure for a purpose without a legal obligation. Only such a duty (or a legal
    /// claim) outweighs the right to erasure.
    ///
    /// ## Instead
    /// Name a purpose with `basis: legal-obligation`, or say `erase: delete`.
    NO_OBLIGATION = "A0806", Error, "kept without a duty", law "GDPR Art. 17(3)(b)";
    /// ## What it means
    /// `erase: follow` stands in a table that does not say to which rows its rows belong.
    ///
    /// ## Instead
    /// Say `belongs_to`.
    NOTHING_TO_FOLLOW = "A0807", Error, "nothing to follow";
    /// ## What it means
    /// A column holds a field that the table's purpose does not use. Either the policy is incomplete or the
    /// database keeps more than was promised.
    ///
    /// ## Instead
    /// Add the field to the purpose's `uses`, or stop keeping it there.
    NOT_NEEDED = "A0808", Warning, "more than the purpose needs", law "GDPR Art. 5(1)(c)";
    /// ## What it means
    /// No table says `person`: nobody can ever be found in this store.
    ///
    /// ## Instead
    /// Say in one table how a person is found: `person: { email: email }`.
    NO_PEOPLE = "A0809", Error, "a map without people";
    /// ## What it means
    /// A table of people has neither an e-mail address, a telephone number nor a number to find them by.
    ///
    /// ## Instead
    /// Add `email:`, `phone:` or `numbers:`.
    UNFINDABLE = "A0810", Error, "people who cannot be found";
    /// ## What it means
    /// The end of the financial year is not a month and a day.
    ///
    /// ## Instead
    /// Write `financial_year_ends: "12-31"`.
    YEAR_END = "A0811", Error, "a day that no year has";
    /// ## What it means
    /// A column that merely refers to a person whose row this is not is mapped as the row's own field, and would be
    /// handed out to the wrong person.
    ///
    /// ## Instead
    /// Map it as `other-person` or `key`.
    REFERENCE_AS_FIELD = "A0812", Error, "another person's reference as one's own", law "GDPR Art. 15(4)";
}
