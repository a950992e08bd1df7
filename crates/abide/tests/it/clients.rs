//! The clients ask a running Abide, each by its own tests.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use abide_client::{Conditions, Consent, Error, Filters, Gate, Options, Reason, Said};
use uuid::Uuid;

use crate::live::{Live, installed, said};

fn folder(client: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../clients").join(client)
}

/// Runs a client's tests against a fresh server; none of them may be skipped.
async fn tested(tests: &mut Command, nothing_skipped: impl Fn(&str) -> bool) {
    let live = Live::start();
    tests.env("ABIDE_SUBJECT", live.writer().await).env("ABIDE_TOKEN", live.token());
    let done = tests.env("ABIDE_URL", &live.server.base).output().expect("they run");
    let said = said(&done);
    assert!(done.status.success() && nothing_skipped(&said), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn we_03_the_python_client() {
    let Some(mut python) = installed("python3", "the Python client") else { return };
    python.args(["-m", "unittest"]).current_dir(folder("python")).env("PYTHONDONTWRITEBYTECODE", "1");
    tested(&mut python, |said| said.contains("\nOK") && !said.contains("skipped")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn we_03_the_typescript_client() {
    let (Some(_), Some(mut brings)) =
        (installed("node", "the TypeScript client"), installed("npm", "the TypeScript client"))
    else {
        return;
    };
    let folder = folder("typescript");
    if !folder.join("node_modules/.bin/tsc").exists() {
        let brought =
            brings.args(["ci", "--no-audit", "--no-fund", "--silent"]).current_dir(&folder).output();
        if !brought.expect("npm runs").status.success() {
            testkit::skipped("the TypeScript client did not run: `npm ci` could not bring TypeScript");
            return;
        }
    }
    let mut npm = Command::new("npm");
    npm.args(["test", "--silent"]).current_dir(&folder);
    tested(&mut npm, |said| said.contains("skipped 0") && said.contains("fail 0")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn we_03_the_rust_client() {
    let live = Live::start();
    let subject: Uuid = live.writer().await.parse().expect("an id");
    let (base, token) = (live.server.base.clone(), live.token());
    let asks = move || {
        let gate =
            Gate::with(&base, &token, Options { timeout: Duration::from_secs(30), ..Options::default() });
        questions(&gate, subject);
        consents(&gate, subject);
    };
    tokio::task::spawn_blocking(asks).await.expect("they are answered");
}

fn reason(gate: &Gate, subject: Uuid, purpose: &str) -> Reason {
    gate.decide(subject, purpose, &Conditions::default()).expect("an answer").reason
}

fn questions(gate: &Gate, subject: Uuid) {
    let (purpose, nobody) = ("answer-enquiries", Uuid::from_u128(1));
    assert_eq!(reason(gate, subject, purpose), Reason::LegitimateInterest);
    assert_eq!(reason(gate, subject, "train-models"), Reason::PurposeNotDeclared);
    let many = gate.decide_many(&[subject, nobody], purpose, &Conditions::default()).expect("answers");
    assert_eq!((many[&subject].allow, many[&nobody].reason), (true, Reason::SubjectUnknown));
    let all: Result<Vec<Uuid>, Error> =
        gate.audience(purpose, &Filters::default()).expect("a stream").collect();
    assert_eq!(all, Ok(vec![subject]));
    assert_eq!(gate.count(purpose, &Filters::default()), Ok(1));
    let given = gate.disclose(subject, "intility", purpose).expect("the fields");
    assert!(given.fields.contains_key("contact.email"), "{given:?}");
    assert!(matches!(gate.disclose(subject, "facebook", purpose), Err(Error::Problem(_))));
    let wrong = Gate::new("http://127.0.0.1:9", "x");
    assert_eq!(reason(&wrong, subject, purpose), Reason::Unavailable);
}

fn consents(gate: &Gate, subject: Uuid) {
    let say = |purpose, answer| Consent::new(subject, purpose, answer, "app:settings");
    let first = gate.record_consent(&say("campaigns", Said::Given), Some("once")).expect("recorded");
    let again = gate.record_consent(&say("campaigns", Said::Given), Some("once")).expect("recorded before");
    assert_eq!((again.entry, again.repeated), (first.entry, true));
    assert_eq!(reason(gate, subject, "campaigns"), Reason::Consent, "the own write is seen at once");
    let _ = gate.record_consent(&say("campaigns", Said::Withdrawn), None).expect("recorded");
    assert_eq!(reason(gate, subject, "campaigns"), Reason::ConsentWithdrawn);
    let refused = gate.record_consent(&say("answer-enquiries", Said::Given), None);
    assert!(matches!(refused, Err(Error::Problem(problem)) if problem.status == 422));
}
