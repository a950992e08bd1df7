//! The end of an erasure: the report on the ledger, the last letter, the request closed.

use db::steps::{self, Step};
use jiff::SignedDuration;
use ledger::Kind;

use super::start::{Farewell, place};
use crate::answer::{Report, recipient_title};
use crate::receipts::access;
use crate::rights::finish::Finish;
use crate::rights::loaded::Loaded;
use crate::rights::outcomes::{self, Did};
use crate::rights::points::point;
use crate::rights::{RequestState, Result, case, inform, letters, remains};
use crate::{Service, entries};

/// How long the last letter's link to the receipt is good for. The receipt itself, once saved, verifies for ever.
const REPORT_LASTS: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Tells the person what was deleted and what stays. The address goes with the step's sealed part, in the same unit.
pub(super) async fn tell(service: &Service, request: &Loaded, step: &Step) -> Result<Finish> {
    let report = report(service, request).await?;
    let informed = informed(service, request).await?;
    let evidence = service.keys.evidence(request.row.subject).await?;
    let farewell: Farewell = match &step.sealed {
        Some(sealed) => {
            case::open(&evidence, &place(service, step.id), sealed, "address of the last letter")?
        }
        None => Farewell { to: vec![] },
    };
    let body = serde_json::to_vec(&report).map_err(|_| crate::Error::Damaged("report"))?;
    let facts = entries::facts(service, Kind::RequestAnswered, Some(request.row.subject), entries::ABIDE);
    let (receipt, mut writes) = (facts.id, Vec::new());
    let answered = entries::entry(service, &evidence, facts, Some(&body))?;
    let mut mails = Vec::new();
    for to in &farewell.to {
        let (token, digest) = access::fresh(service);
        writes.push(access::write(service, digest, request.row.subject, receipt, REPORT_LASTS));
        let link = access::link(service, receipt, &token);
        let values =
            [("kept", format!("\n\n{}{}", report.text(), told(service, &informed, &request.row.lang)))];
        let mut letter = letters::letter(service, &request.row, to, "erased", &values, Some(link))?;
        // INVARIANT: nothing of the subject may be left but evidence; the letter stands for itself.
        letter.subject = None;
        mails.push(letter);
    }
    let mut told = vec![answered];
    // who got the data must be told too (Art. 19): until then it is not closed
    let turn = Some(if informed.is_empty() { RequestState::Done } else { RequestState::PartlyDone });
    if informed.is_empty() {
        let more = serde_json::Value::Null;
        told.push(request.entry(service, Kind::RequestClosed, entries::ABIDE, more).await?);
    }
    point("tell:before")?;
    Ok(Finish { did: Did::Told, entries: told, writes, letters: mails, turn })
}

/// The recipients that staff still have to tell.
async fn informed(service: &Service, request: &Loaded) -> Result<Vec<String>> {
    let all = steps::list(&service.db, &service.name, request.row.id).await?;
    Ok(all.into_iter().filter(inform::is_by_hand).map(|step| step.target).collect())
}

/// That they are told: a line of the last letter (Art. 19).
fn told(service: &Service, recipients: &[String], lang: &str) -> String {
    if recipients.is_empty() {
        return String::new();
    }
    let names: Vec<String> = recipients.iter().map(|name| recipient_title(&service.policy, name)).collect();
    let texts = texts::texts(lang);
    format!("\n\n{}", texts.with("rights-report-told", &[("recipients", texts.list(&names).into())]))
}

/// What every verified step did, and what stays.
async fn report(service: &Service, request: &Loaded) -> Result<Report> {
    let steps = steps::list(&service.db, &service.name, request.row.id).await?;
    let lang = &request.row.lang;
    let done = outcomes::of_steps(service, &steps, lang);
    Ok(Report::new(&request.row.reference, lang, done, remains::remains(service, service.now(), lang)))
}
