//! What a hosted form shows: the view model, the same for the first visit and for a refusal (which
//! keeps what was typed). Boxes are never pre-ticked.

use policy::Kind;

/// A form, ready to be shown in one language.
#[derive(Debug, Clone)]
pub struct FormView {
    /// The form's name, as in the policy.
    pub name: String,
    /// The language of every text in it.
    pub lang: String,
    /// The heading.
    pub title: String,
    /// A sentence or two above the fields.
    pub intro: String,
    /// What the data is used for, as the policy says it.
    pub purpose: String,
    /// The legal basis in words.
    pub basis: String,
    /// How long it is kept, in words.
    pub kept: String,
    /// Who gets it, by their names.
    pub recipients: Vec<String>,
    /// The fields, in the policy's order.
    pub fields: Vec<FieldView>,
    /// The boxes, all unticked unless the person ticked them a moment ago.
    pub boxes: Vec<BoxView>,
    /// What the button says; empty: the usual word.
    pub button: String,
    /// The policy version the form was shown under, as a date (`2026-11-01`).
    pub version: String,
    /// The form token: goes into a hidden field named [`super::TOKEN`].
    pub token: String,
    /// What is wrong on the whole, after a refusal; one sentence each.
    pub problems: Vec<String>,
}

/// One field.
#[derive(Debug, Clone)]
pub struct FieldView {
    /// The name in the post, as in the policy (`contact.email`).
    pub name: String,
    /// The label.
    pub label: String,
    /// A word of help below the label; may be empty.
    pub hint: String,
    /// What kind of value it takes (for the input's type and autocomplete).
    pub kind: Kind,
    /// Whether it must be filled in.
    pub required: bool,
    /// The most characters it takes.
    pub max_length: usize,
    /// Whether it is text over several lines.
    pub long: bool,
    /// What was typed, after a refusal.
    pub value: String,
    /// What is wrong with it, after a refusal.
    pub problem: Option<String>,
}

/// One box to tick.
#[derive(Debug, Clone)]
pub struct BoxView {
    /// The value posted under [`super::ACCEPTED`] when ticked.
    pub name: String,
    /// The exact wording beside the box: it is kept, with its hash.
    pub wording: String,
    /// Each text behind it: its name, and where it can be read.
    pub read: Vec<(String, String)>,
    /// Whether the form cannot be sent without it. A consent is never required.
    pub required: bool,
    /// Whether it is a consent (may stay empty) or an acceptance (never a legal basis).
    pub consent: bool,
    /// What the person ticked a moment ago, after a refusal.
    pub ticked: bool,
    /// What is wrong with it, after a refusal.
    pub problem: Option<String>,
}
