//! The policy language: one file a company writes, compiled into the [`Policy`] everything else obeys.
//!
//! **Contract.** [`compile`] never fails and never panics: it returns what it understood *and* every problem it
//! found, each with its place, its article of law and its fix. A [`Policy`] comes out only where there was no error.
//!
//! **Absences.** No I/O, no clock, no randomness, no SQL, no async, no key material. The same text always compiles to
//! the same policy, whose SHA-256 over its canonical JSON ignores comments and formatting.

mod catalogue;
pub mod diagnostic;
mod keys;
mod lints;
mod lower;
pub mod map;
pub mod model;
mod publish;
mod reference;
mod rule;
mod schema;
pub(crate) mod shape;
pub mod tree;
mod words;

pub use catalogue::{codes, explain};
pub use diagnostic::{Code, Diagnostic, Places, Severity, Source, Span, render_terminal, to_json};
pub use model::*;
pub use publish::document;
pub use reference::reference;
pub use schema::schema;

/// What compiling gives: the policy, if there was no error, and every problem.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The policy; `None` if there was an error.
    pub policy: Option<Policy>,
    /// Every problem, in the order a reader meets them.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles a policy: parses, lowers, and runs every lint.
pub fn compile(source: &Source) -> Compiled {
    let tree = tree::parse(&source.text);
    let mut checked = shape::check(tree.root(), &keys::POLICY);
    let policy = lower::policy(tree.root());
    let mut diagnostics = tree.errors().to_vec();
    diagnostics.append(&mut lints::run(&lints::Context::new(&policy, &checked)));
    diagnostics.append(&mut checked.told);
    diagnostics.extend(edition(tree.root()));
    diagnostic::sort(&mut diagnostics);
    let clean = diagnostics.iter().all(|d| d.severity != Severity::Error);
    Compiled { policy: clean.then_some(policy), diagnostics }
}

/// Tells of an edition of the language that is not known here.
fn edition(root: &tree::Node) -> Option<Diagnostic> {
    let written = root.get("abide")?.scalar()?;
    let unknown = shape::whole(&written.text).is_some_and(|edition| edition != 1);
    let message = format!("edition `{}` of the language is not known here", written.text);
    unknown.then(|| {
        shape::faults::EDITION.breach(message).at(written.span).help("write `abide: 1`, or use a newer Abide")
    })
}

pub mod clock;
pub mod law;
