//! `abide decide`: whether a use of somebody's data is allowed, and why, from the ledger itself.

use anyhow::{Context, Result, bail};
use duties::Service;
use duties::standing::ask::{Answer, Asked, Told, answers, channel, exception};
use policy::Sources;
use serde::Serialize;
use uuid::Uuid;
use vault::IdentifierKind;

use super::beside;
use crate::cli::Decide;
use crate::settings::Settings;
use crate::{Ending, files, out};

/// Asks about one purpose, or about each.
pub fn run(options: &Decide) -> Result<Ending> {
    let channel = channel(options.channel.as_deref())?;
    let exception = exception(options.exception.as_deref())?;
    beside::with(&options.server, async |service| {
        let subject = subject(service, &options.person).await?;
        let ask = |purpose: &str| Asked {
            category: options.category.clone(),
            recipient: options.recipient.clone(),
            channel,
            exception,
            at: options.at,
            consistent: true,
            ..Asked::about(subject, purpose)
        };
        let asked: Vec<Asked> = match &options.purpose {
            Some(purpose) => vec![ask(purpose)],
            None => service.policy.purposes.iter().map(|purpose| ask(&purpose.name)).collect(),
        };
        let answers = answers(service, &asked).await?;
        let width = asked.iter().map(|asked| asked.purpose.chars().count()).max().unwrap_or(0);
        let sources = files::sources(&Settings::read(&options.server)?.policy)?;
        for (asked, answer) in asked.iter().zip(&answers) {
            out::line(format_args!(
                "{}",
                if options.json {
                    json(asked, answer)?
                } else {
                    told(&sources, options, (asked, width), answer)
                }
            ))?;
        }
        let all = answers.iter().all(|answer| answer.decision.allow);
        Ok(if all { Ending::Well } else { Ending::Faults })
    })
}

async fn subject(service: &Service, person: &str) -> Result<Uuid> {
    if let Ok(id) = Uuid::try_parse(person) {
        return Ok(id);
    }
    let kind = match person {
        _ if person.contains('@') => IdentifierKind::Email,
        _ if person.starts_with('+') => IdentifierKind::Phone,
        _ if person.contains(':') => IdentifierKind::Number,
        _ => bail!(
            "that is no id, no mail address, no telephone number (`+47…`) and no number with its name (`customer-number:1042`)"
        ),
    };
    let found = duties::subjects::find_verified(service, kind, person).await?;
    found.context("nobody here has verified that; name the person by id")
}

/// A line of JSON: the purpose, and its answer as it is told over HTTP.
#[derive(Serialize)]
struct Line<'a> {
    purpose: &'a str,
    #[serde(flatten)]
    told: Told,
}

fn json(asked: &Asked, answer: &Answer) -> Result<String> {
    let line = Line { purpose: &asked.purpose, told: answer.clone().into() };
    serde_json::to_string(&line).context("the answer cannot be written as JSON")
}

fn told(sources: &Sources, options: &Decide, (asked, width): (&Asked, usize), answer: &Answer) -> String {
    let reason = answer.decision.reason;
    let word = if answer.decision.allow { "allow" } else { "deny " };
    let mut text =
        format!("{word} {:width$}  {} ({}, {})", asked.purpose, reason.says(), reason.id(), reason.article());
    if options.explain {
        if let Some(place) = &answer.place {
            text += &format!("\n      declared at {place}{}", line_of(sources, place));
        }
        if !answer.decision.allow {
            text += &format!("\n      what would change it: {}", reason.remedy().says());
        }
    }
    text
}

/// The file and line of a place, where the file at hand has it.
fn line_of(sources: &Sources, place: &str) -> String {
    use policy::Places as _;
    let Some(span) = policy::promises::declared_at(sources, place) else { return String::new() };
    let (source, span) = sources.place(span);
    let before = source.text.get(..span.start).unwrap_or_default();
    format!(" ({}:{})", source.name, before.matches('\n').count() + 1)
}
