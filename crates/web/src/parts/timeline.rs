//! What happened and what will; the steps of a piece of work; where a page stands.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Pill;

/// One line of a timeline.
#[derive(Debug, Clone)]
pub struct Event {
    /// `done`, `now`, `late` or empty for what is still to come.
    pub state: &'static str,
    /// What happened or will.
    pub title: String,
    /// When, written out.
    pub when: String,
    /// More about it; may be empty.
    pub text: String,
}

/// What happened and what will, in order.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/timeline.html")]
pub struct Timeline {
    /// Earliest first.
    pub events: Vec<Event>,
}

/// One step of a piece of work.
#[derive(Debug, Clone)]
pub struct Step {
    /// What it does, where.
    pub title: String,
    /// How it stands.
    pub pill: Pill,
    /// What came of it, a line each.
    pub lines: Vec<String>,
}

/// The steps of a piece of work, numbered.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/steps.html")]
pub struct Steps {
    /// In the order they run.
    pub steps: Vec<Step>,
}

/// Where the page stands: each with its address, the last without.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "parts/crumbs.html")]
pub struct Crumbs {
    /// What screen readers call the trail.
    pub label: String,
    /// Words and address, outermost first.
    pub trail: Vec<(String, Option<String>)>,
}

impl HtmlSafe for Timeline {}
impl HtmlSafe for Steps {}
impl HtmlSafe for Crumbs {}
