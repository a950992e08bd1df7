//! The policy language: one file a company writes, compiled into the [`Policy`] everything else obeys.
//!
//! **Contract.** [`compile`] never fails and never panics: it returns what it understood *and* every problem it
//! found, each with its place, its article of law and its fix. A [`Policy`] comes out only where there was no error.
//!
//! **Absences.** No I/O, no clock, no randomness, no SQL, no async, no key material. The same text always compiles to
//! the same policy, whose SHA-256 over its canonical JSON ignores comments and formatting.

mod catalogue;
pub(crate) mod deployment;
pub mod diagnostic;
pub mod diff;
pub mod draft;
pub mod editor;
mod fixes;
pub mod fmt;
mod keys;
mod levels;
mod lints;
mod lower;
pub mod machine;
pub mod map;
pub mod model;
pub mod promises;
mod publish;
mod quiet;
mod reference;
mod report;
mod rule;
mod schema;
pub(crate) mod shape;
pub mod sources;
pub mod tree;
mod words;

pub use catalogue::{Entry, codes, entries, explain};
pub use deployment::{Deployment, deployment};
pub use diagnostic::{Code, Diagnostic, Fix, Places, Severity, Source, Span, render_terminal, to_json};
pub use document::texts::country_code;
pub use fixes::{Fixed, edited, fixed};
pub use levels::LiveLevels;
pub use model::*;
pub use publish::{Rendering, Wording, document, indirect_notice, notice_at, render};
pub use reference::reference;
pub use report::{Report, to_github, to_junit, to_sarif};
pub use schema::schema;
pub use sources::{Refusal, Sources};

/// What compiling gives: the policy, if there was no error, and every problem.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The policy; `None` if there was an error.
    pub policy: Option<Policy>,
    /// Every problem, in the order a reader meets them.
    pub diagnostics: Vec<Diagnostic>,
    /// What the file allows, each with the reason it gives.
    pub allowed: Vec<Diagnostic>,
}

/// Compiles a policy that stands in one file; what it includes is told as missing.
pub fn compile(source: &Source) -> Compiled {
    compile_all(&Sources::one(source))
}

/// Compiles a policy of one or several files: lowers what was parsed and joined, and runs every lint under the law of
/// the day the policy is dated.
pub fn compile_all(sources: &Sources) -> Compiled {
    compile_as_of(sources, None)
}

/// The same under the law of another day.
pub fn compile_as_of(sources: &Sources, day: Option<jiff::civil::Date>) -> Compiled {
    let root = sources.root();
    let mut diagnostics = sources.told().to_vec();
    if sources.is_readable() {
        match other_kind(root) {
            Some(told) => diagnostics = vec![told],
            None => return checked(sources, diagnostics, day),
        }
    }
    diagnostic::sort(&mut diagnostics);
    Compiled { policy: None, diagnostics, allowed: Vec::new() }
}

fn checked(sources: &Sources, mut diagnostics: Vec<Diagnostic>, day: Option<jiff::civil::Date>) -> Compiled {
    let root = sources.root();
    let mut checked = shape::check(root, &keys::POLICY);
    let policy = lower::policy(root);
    diagnostics.append(&mut lints::run(&lints::Context::new(
        &policy,
        &checked,
        root,
        day.unwrap_or(policy.version),
    )));
    diagnostics.append(&mut checked.told);
    diagnostics.extend(edition(root));
    quiet::follow_ups(root, sources.lost(), &checked.misshapen, &mut diagnostics);
    let levels::Weighed { told: mut diagnostics, allowed } =
        levels::weigh(sources, root, &checked, levels::POLICY, diagnostics);
    diagnostic::sort(&mut diagnostics);
    let clean = diagnostics.iter().all(|d| d.severity != Severity::Error);
    Compiled { policy: clean.then_some(policy), diagnostics, allowed }
}

/// Tells of a store map that was given as a policy: once, instead of every key of it.
fn other_kind(root: &tree::Node) -> Option<Diagnostic> {
    let map = root.get("abide").is_none()
        && (root.get("abide-map").is_some() || (root.get("store").is_some() && root.get("tables").is_some()));
    let entry = root.entries().and_then(|entries| entries.first()).filter(|_| map)?;
    let told = sources::faults::OTHER_KIND.breach("this is a store map, not a policy").at(entry.key.span);
    Some(told.help("name the policy first, and the map with `--map`"))
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
