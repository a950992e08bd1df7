//! Fields: the label above, the hint under it, the error below and tied to the input; what was typed is kept.

use askama::Template;
use askama::filters::HtmlSafe;

/// What a field is typed or chosen with.
#[derive(Debug, Clone)]
pub enum Control {
    /// One line; the HTML input type.
    Line(&'static str),
    /// Several lines.
    Area,
    /// One of these: value and label.
    Select(Vec<(String, String)>),
}

/// One field of a form.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/field.html")]
pub struct Field {
    /// The name it is sent under; also its id.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// Why, or in which form.
    pub hint: Option<String>,
    /// What was wrong with what was typed, and what to do.
    pub error: Option<String>,
    /// What was typed.
    pub value: String,
    /// How it is entered.
    pub control: Control,
    /// Whether it may not stay empty.
    pub required: bool,
    /// The word beside the label of one that may stay empty ("optional"); empty to say nothing.
    pub optional: String,
    /// The browser's autofill name, where there is one.
    pub autocomplete: Option<&'static str>,
}

impl Field {
    /// A required one-line field.
    pub fn line(name: &str, kind: &'static str, label: String) -> Self {
        Self {
            name: name.to_owned(),
            label,
            hint: None,
            error: None,
            value: String::new(),
            control: Control::Line(kind),
            required: true,
            optional: String::new(),
            autocomplete: None,
        }
    }

    /// The same with a hint.
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The same with the browser's autofill name.
    pub fn autocomplete(mut self, name: &'static str) -> Self {
        self.autocomplete = Some(name);
        self
    }

    /// The same with what was typed before.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// The same with what was wrong, if anything was.
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// The ids that describe the input, for `aria-describedby`.
    pub fn described_by(&self) -> String {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

fn described_by(id: &str, hint: bool, error: bool) -> String {
    match (hint, error) {
        (true, true) => format!("{id}-hint {id}-error"),
        (true, false) => format!("{id}-hint"),
        (false, true) => format!("{id}-error"),
        (false, false) => String::new(),
    }
}

/// A box to tick. It is never ticked before the person ticked it: `ticked` repeats what they sent.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/choice.html")]
pub struct Choice {
    /// The name it is sent under.
    pub name: String,
    /// The value it is sent with.
    pub value: String,
    /// Its id in the page.
    pub id: String,
    /// What ticking it says.
    pub label: String,
    /// Links beside the words: address and words.
    pub links: Vec<(String, String)>,
    /// What it means, or that it may be left empty.
    pub hint: Option<String>,
    /// What was wrong.
    pub error: Option<String>,
    /// Whether the person ticked it in what they just sent.
    pub ticked: bool,
    /// Whether the form cannot be sent without it.
    pub required: bool,
    /// `checkbox` or `radio`.
    pub kind: &'static str,
}

impl Choice {
    /// A box that may be left empty.
    pub fn tick(name: &str, value: &str, label: String) -> Self {
        Self {
            name: name.to_owned(),
            value: value.to_owned(),
            id: format!("{name}-{value}").replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "-"),
            label,
            links: Vec::new(),
            hint: None,
            error: None,
            ticked: false,
            required: false,
            kind: "checkbox",
        }
    }

    /// One of several, of which one is chosen.
    pub fn radio(name: &str, value: &str, label: String) -> Self {
        Self { kind: "radio", ..Self::tick(name, value, label) }
    }

    /// The ids that describe the box, for `aria-describedby`.
    pub fn described_by(&self) -> String {
        described_by(&self.id, self.hint.is_some(), self.error.is_some())
    }
}

/// Several choices under one question.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/radios.html")]
pub struct Radios {
    /// Its id in the page.
    pub id: String,
    /// The question.
    pub legend: String,
    /// The answers.
    pub options: Vec<Choice>,
    /// What was wrong.
    pub error: Option<String>,
}

/// What is wrong in a form, at its top, each with a link to its field.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/summary.html")]
pub struct Summary {
    /// "There is a problem": one sentence.
    pub title: String,
    /// Field id and what is wrong there.
    pub problems: Vec<(String, String)>,
}

impl HtmlSafe for Field {}
impl HtmlSafe for Choice {}
impl HtmlSafe for Radios {}
impl HtmlSafe for Summary {}
