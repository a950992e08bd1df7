//! What was wrong with what staff typed, and where it stands on the page.

use crate::parts::{Control, Field};

/// What was wrong with an action's field, and what was typed there.
#[derive(Default)]
pub(super) struct Wrong {
    pub(super) field: &'static str,
    pub(super) typed: String,
    pub(super) text: Option<String>,
}

impl Wrong {
    pub(super) fn at(field: &'static str, typed: &str, text: String) -> Self {
        Self { field, typed: typed.to_owned(), text: Some(text) }
    }

    /// The field, with what was typed there and what was wrong with it.
    pub(super) fn fill(&self, field: Field) -> Field {
        if field.name != self.field {
            return field;
        }
        field.value(self.typed.clone()).error(self.text.clone())
    }
}

/// A field of several lines.
pub(super) fn area(name: &str, label: String) -> Field {
    let mut field = Field::line(name, "text", label);
    field.control = Control::Area;
    field
}
