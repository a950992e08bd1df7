//! What pages show of a request: plain values, already in the reader's language where they are
//! words, times as timestamps for the page to set. No secrets, no keys; personal data only where
//! the field says so.

use jiff::Timestamp;
use uuid::Uuid;

use super::{Lifting, RequestKind, RequestState, Waiting, Written};
use crate::answer::{OutcomeLine, RemainsRow};

/// A time limit: where it began, when it ends, whether it was met. Law stands with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// When it began to run.
    pub started: Timestamp,
    /// When it ends.
    pub due: Timestamp,
    /// When what it asks for was done.
    pub met: Option<Timestamp>,
    /// Where it stands now.
    pub state: ClockState,
    /// What it rests on: "GDPR Art. 12(3); Regulation 1182/71" or the policy's own promise.
    pub law: String,
    /// How much of it has run, 0 to 1 (for the bar).
    pub used: f64,
}

/// Where a clock stands; each has a word and an icon of its own in pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// Time enough.
    Open,
    /// The last quarter is running.
    DueSoon,
    /// Past its end and not met.
    Late,
    /// Met in time.
    Met,
    /// Met after its end.
    MetLate,
}

impl ClockState {
    /// The name in class names: `open`, `due-soon`, `late`, `met`, `met-late`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::DueSoon => "due-soon",
            Self::Late => "late",
            Self::Met => "met",
            Self::MetLate => "met-late",
        }
    }
}

/// A request in a list. Holds no personal data.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestSummary {
    /// Its id.
    pub id: Uuid,
    /// What a person can quote: "A-7K2M-9QXD".
    pub reference: String,
    /// What was asked.
    pub kind: RequestKind,
    /// The kind in words: "A copy of your data".
    pub kind_title: String,
    /// Where it stands.
    pub state: RequestState,
    /// The state in words: "Received".
    pub state_title: String,
    /// When it came.
    pub received_at: Timestamp,
    /// The answer's clock.
    pub answer: Clock,
    /// The first reply's clock, where the policy promises one.
    pub first_reply: Option<Clock>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
}

/// The result of asking.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The request, new or the one that was already there.
    pub request: RequestSummary,
    /// An open erasure of this person existed; this is it, nothing new was made.
    pub already: bool,
}

/// Something that happened to a request, oldest first in lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// In words.
    pub what: String,
}

/// One message of the conversation. Personal data.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// When.
    pub at: Timestamp,
    /// Whether the controller's staff wrote it (else the person).
    pub from_staff: bool,
    /// The text.
    pub text: String,
}

/// The answer's package.
#[derive(Clone, Debug, PartialEq)]
pub struct PackageView {
    /// When it was made.
    pub made_at: Timestamp,
    /// When it stops being available.
    pub expires_at: Timestamp,
    /// It is past that.
    pub expired: bool,
    /// Bytes of the zip.
    pub size: u64,
    /// The name to save it under.
    pub file_name: String,
}

/// A request as its person sees it.
#[derive(Clone, Debug)]
pub struct PersonRequest {
    /// The row.
    pub summary: RequestSummary,
    /// What the person wrote with it. Personal data.
    pub detail: Option<String>,
    /// What happens next, by when, and what to do if it does not: one or two sentences.
    pub next: String,
    /// What happened so far.
    pub events: Vec<Event>,
    /// The conversation. Personal data.
    pub messages: Vec<Message>,
    /// The answer, when there is one.
    pub package: Option<PackageView>,
    /// What an erasure did, when it is done (outcomes) or partly done.
    pub outcomes: Vec<OutcomeLine>,
    /// The person may still take it back.
    pub may_withdraw: bool,
}

/// A line of the staff's inbox. Holds no personal data.
#[derive(Clone, Debug)]
pub struct InboxRow {
    /// The request.
    pub summary: RequestSummary,
    /// Steps verified.
    pub steps_done: usize,
    /// Steps in all (0 before it runs).
    pub steps: usize,
    /// Steps that wait for staff to do them by hand.
    pub by_hand: usize,
    /// What needs attention, in words; the most urgent first.
    pub alerts: Vec<String>,
}

/// Which requests the inbox shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InboxFilter {
    /// All that are not closed (default), the most urgent first.
    #[default]
    Open,
    /// Only those late or due soon.
    Urgent,
    /// The closed ones, the latest first.
    Closed,
}

/// A request as staff see it, after saying for which purpose. Personal data.
#[derive(Clone, Debug)]
pub struct RequestView {
    /// The row.
    pub row: InboxRow,
    /// Who asks.
    pub person: PersonView,
    /// What they wrote.
    pub detail: Option<String>,
    /// What happened so far.
    pub events: Vec<Event>,
    /// The conversation.
    pub messages: Vec<Message>,
    /// Possible matches in the stores that need the staff's choice; empty when there is nothing to choose.
    pub candidates: Vec<Candidate>,
    /// The plan, when one was drawn.
    pub plan: Option<PlanView>,
    /// What keeps an erasure from running.
    pub waiting: Waiting,
    /// Until when the time limit may be extended, where it may be now.
    pub extension: Option<Timestamp>,
    /// Where the end of the restriction stands, where there is one and this member of staff may end it.
    pub lifting: Option<Lifting>,
    /// The purposes an objection can be decided about: name and title.
    pub objected: Vec<(String, String)>,
    /// What others wrote freely about the person, to be read before a copy is made. Personal data.
    pub written: Vec<Written>,
    /// The steps, once it runs.
    pub steps: Vec<StepView>,
    /// The answer's package, when there is one.
    pub package: Option<PackageView>,
    /// What staff may do now.
    pub may: May,
}

/// Who asks, as staff see it.
#[derive(Clone, Debug, Default)]
pub struct PersonView {
    /// The subject's id; `None` once erased.
    pub subject: Option<Uuid>,
    /// Verified identifiers: kind in words, and value. Empty once erased.
    pub identifiers: Vec<(String, String)>,
    /// The person's language.
    pub lang: String,
}

/// What staff may do with a request now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct May {
    /// Write to the person.
    pub reply: bool,
    /// Choose among the candidates.
    pub choose: bool,
    /// Draw the plan (again).
    pub plan: bool,
    /// Rehearse the plan.
    pub rehearse: bool,
    /// Carry it out.
    pub run: bool,
    /// Close it as answered by hand.
    pub close: bool,
    /// Refuse it with a ground.
    pub refuse: bool,
    /// Decide about restrictions and objections.
    pub decide: bool,
}

/// A row of a store that may be the person.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What the form sends back.
    pub key: String,
    /// The store.
    pub store: String,
    /// The table.
    pub table: String,
    /// The row's key, for people: "customer 1042".
    pub row: String,
    /// Why it was found: "e-mail".
    pub by: String,
    /// Staff chose it.
    pub chosen: bool,
}

/// What will happen, before anything does.
#[derive(Clone, Debug)]
pub struct PlanView {
    /// When it was drawn.
    pub drawn_at: Timestamp,
    /// When it was rehearsed (in transactions rolled back); required before an erasure runs.
    pub rehearsed_at: Option<Timestamp>,
    /// Table by table, in the order of the run.
    pub rows: Vec<OutcomeLine>,
    /// What remains afterwards in Abide itself (evidence, request), with its end.
    pub remains: Vec<RemainsRow>,
    /// What keeps it from running, in words.
    pub problems: Vec<String>,
}

/// One step of a run.
#[derive(Clone, Debug)]
pub struct StepView {
    /// Its place in the order, from 1.
    pub position: usize,
    /// What it does, in words: "Erase in the shop database".
    pub title: String,
    /// Where it stands.
    pub state: StepState,
    /// The state in words.
    pub state_title: String,
    /// How often it was begun.
    pub attempts: u32,
    /// When it will be tried again.
    pub next_at: Option<Timestamp>,
    /// What went wrong last (no personal data).
    pub error: Option<String>,
    /// What it did, table by table, once verified.
    pub outcomes: Vec<OutcomeLine>,
    /// Staff do it by hand and say so.
    pub by_hand: bool,
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Not begun.
    Waiting,
    /// Begun, under a lease.
    Running,
    /// Failed; will be tried again.
    Retrying,
    /// Carried out and verified by a second query.
    Done,
}

impl StepState {
    /// The name in rows and class names.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Retrying => "retrying",
            Self::Done => "done",
        }
    }

    /// The state of this name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Waiting, Self::Running, Self::Retrying, Self::Done]
            .into_iter()
            .find(|state| state.as_str() == name)
    }
}
