//! What can be wrong with a store map: A0801 to A0849 are told here, A0850 and up by `stores`, which sees the
//! database.

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
    /// ## What it means
    /// A column says in which unit amounts of money are stored, and the unit is unknown or the field is no money. A
    /// person would read a wrong amount.
    ///
    /// ## Instead
    /// Write an ISO 4217 code, `unit: NOK`, or with the parts that are counted, `unit: NOK/100` for øre. Only fields
    /// of the kind `money` take a unit.
    UNIT = "A0813", Error, "an amount in an unknown unit";
    /// ## What it means
    /// No column of the maps that were checked together holds anything of a category of the policy. Either a store is
    /// not mapped, and its data is never exported or erased, or the policy promises data that nobody holds. What Abide
    /// itself holds, and what is not kept at all, needs no column.
    ///
    /// ## Instead
    /// Map the store that holds it, or take the category out of the policy.
    NO_COLUMN = "A0814", Note, "a category that no column holds", law "GDPR Art. 30(1)(c)";
    /// ## What it means
    /// Rows are to be kept for less than a day. What has fallen due in a store is deleted by a sweep, and a sweep has to
    /// come by: less than a day cannot be promised of a database.
    ///
    /// ## Instead
    /// Keep the period at `1 day` or more, or do not write the data down at all.
    TOO_SHORT = "A0815", Warning, "a period shorter than a sweep can keep", law "GDPR Art. 5(1)(e)";
    /// ## What it means
    /// The database has a table that the map does not mention. What nobody classified is never exported and never
    /// erased.
    ///
    /// ## Instead
    /// Map its columns, or write `not-personal` for the whole table.
    UNMAPPED_TABLE = "A0851", Error, "a table that is not in the map", law "GDPR Art. 30(1)(c)";
    /// ## What it means
    /// A mapped table has a column that the map does not mention.
    ///
    /// ## Instead
    /// Say which field it holds, or `not-personal`.
    UNMAPPED_COLUMN = "A0852", Error, "a column that is not in the map", law "GDPR Art. 30(1)(c)";
    /// ## What it means
    /// The map has a table that the database has not.
    ///
    /// ## Instead
    /// Correct the name (`schema.table` outside the connection's own schema), or take the table out.
    NO_SUCH_TABLE = "A0853", Error, "a table that is not in the database";
    /// ## What it means
    /// The map has a column that the database has not.
    ///
    /// ## Instead
    /// Correct the name or take the column out.
    NO_SUCH_COLUMN = "A0854", Error, "a column that is not in the database";
    /// ## What it means
    /// A table has no primary key, so its rows cannot be changed one by one.
    ///
    /// ## Instead
    /// Name the columns that identify a row with `key`.
    NO_KEY = "A0855", Error, "a table without a key";
    /// ## What it means
    /// A link names a column that is not there.
    ///
    /// ## Instead
    /// Correct the link.
    BROKEN_LINK = "A0856", Error, "a link that does not hold";
    /// ## What it means
    /// No index begins with the column of a link: every request reads the whole table.
    ///
    /// ## Instead
    /// Create an index.
    LINK_WITHOUT_INDEX = "A0857", Warning, "a link without an index";
    /// ## What it means
    /// A foreign key points at people, and the map does not say whether the row is theirs or only names them.
    ///
    /// ## Instead
    /// List it under `belongs_to` or under `refers_to`.
    UNEXPLAINED_REFERENCE = "A0858", Error, "a reference to people without explanation", law "GDPR Art. 15(4)";
    /// ## What it means
    /// People are looked up by a column without an index; for e-mail addresses the index must be on
    /// `lower(column)`.
    ///
    /// ## Instead
    /// Create the index in the message.
    SEARCH_WITHOUT_INDEX = "A0859", Warning, "a search without an index";
    /// ## What it means
    /// A table holds personal data and neither a link nor a foreign key leads to it from a person.
    ///
    /// ## Instead
    /// Say `belongs_to`, or `person` if each row is a person.
    UNREACHABLE = "A0861", Error, "personal data that no link reaches";
    /// ## What it means
    /// A period cannot be counted from a column of this type.
    ///
    /// ## Instead
    /// Name a column with a date.
    NO_DATE = "A0862", Error, "a period counted from no date";
    /// ## What it means
    /// Rows that were to be deleted stay without anything personal, because rows that are kept must point at them.
    ///
    /// ## Instead
    /// Allow the reference to be null, and they will be deleted.
    STAYS_ANONYMISED = "A0870", Note, "a row that is still needed";
    /// ## What it means
    /// A CHECK constraint refuses every mask there is for this column.
    ///
    /// ## Instead
    /// Name one it accepts: `status: { is: order.status, mask: closed }`.
    NO_MASK = "A0871", Error, "a column that cannot be masked";
    /// ## What it means
    /// Tables refer to each other in a circle in which no reference may be null: no order of deletes works.
    ///
    /// ## Instead
    /// Allow one reference to be null, or declare it deferrable.
    CIRCLE = "A0872", Warning, "a circle of references";
    /// ## What it means
    /// Rows that the law keeps for a period have no date to count it from. Unknown age means kept.
    ///
    /// ## Instead
    /// Fill in the date, or delete the rows by hand.
    UNDATED = "A0873", Warning, "kept rows without a date";
    /// ## What it means
    /// A rehearsal of the erasure ran into a constraint. Nothing was changed.
    ///
    /// ## Instead
    /// The message says which table and what to do.
    REFUSED = "A0874", Error, "a constraint in the way";
}
