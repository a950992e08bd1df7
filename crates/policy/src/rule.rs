//! A rule: a code, what it is called, how much it matters, which law asks for it, and the text `explain` shows.
//!
//! The doc comment written above a rule *is* that text: one place, two readers.

use crate::diagnostic::{Code, Diagnostic, Severity};

/// A rule the language holds a policy to.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its stable code.
    pub code: Code,
    /// Its name in a few words.
    pub title: &'static str,
    /// How much a breach of it matters.
    pub severity: Severity,
    /// The provision that asks for it.
    pub law: Option<&'static str>,
    /// Its documentation in Markdown.
    pub doc: &'static str,
}

impl Rule {
    /// A breach of this rule.
    pub fn breach(&self, message: impl Into<String>) -> Diagnostic {
        let found = Diagnostic::new(self.code, self.severity, message);
        match self.law {
            Some(law) => found.law(law),
            None => found,
        }
    }
}

/// Declares rules whose doc comments are their documentation.
macro_rules! rules {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident = $code:literal, $severity:ident, $title:literal $(, law $law:literal)?;
    )+) => {
        $(
            $(#[doc = $doc])+
            pub static $name: crate::rule::Rule = crate::rule::Rule {
                code: crate::diagnostic::Code($code),
                title: $title,
                severity: crate::diagnostic::Severity::$severity,
                law: crate::rule::rules!(@law $($law)?),
                doc: concat!($($doc, "\n"),+),
            };
        )+
        /// Every rule declared here.
        pub static RULES: &[&crate::rule::Rule] = &[$(&$name),+];
    };
    (@law) => { None };
    (@law $law:literal) => { Some($law) };
}

/// Declares the one rule of a lint's file, `LINT`, whose doc comment is its documentation.
macro_rules! lint {
    ($(#[doc = $doc:literal])+ $code:literal, $severity:ident, $title:literal, law $law:literal) => {
        $(#[doc = $doc])+
        pub(super) static LINT: crate::rule::Rule = crate::rule::Rule {
            code: crate::diagnostic::Code($code),
            title: $title,
            severity: crate::diagnostic::Severity::$severity,
            law: Some($law),
            doc: concat!($($doc, "\n"),+),
        };
    };
}

pub(crate) use {lint, rules};
