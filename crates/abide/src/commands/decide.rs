//! `abide decide`: whether a use of somebody's data is allowed, and why, from the ledger itself.

use anyhow::{Context, Result, bail};
use duties::Service;
use duties::standing::ask::{Answer, Asked, Exception, answers};
use policy::{Channel, Sources};
use uuid::Uuid;
use vault::IdentifierKind;

use super::beside;
use crate::cli::Decide;
use crate::settings::Settings;
use crate::{Ending, files, out};

/// Asks about one purpose, or about each.
pub fn run(options: &Decide) -> Result<Ending> {
    let channel = options.channel.as_deref().map(channel).transpose()?;
    let exception = options.exception.as_deref().map(exception).transpose()?;
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
                    json(asked, answer)
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

pub(super) fn channel(name: &str) -> Result<Channel> {
    Channel::parse(name)
        .with_context(|| format!("`{name}` is no channel; there are email, sms, push, phone, post …"))
}

fn exception(name: &str) -> Result<Exception> {
    match Exception::ALL.iter().find(|exception| exception.id() == name) {
        Some(exception) => Ok(*exception),
        None => bail!(
            "`{name}` is no exception of Art. 18(2): storage, legal-claims, others-rights, public-interest"
        ),
    }
}

fn json(asked: &Asked, answer: &Answer) -> String {
    let reason = answer.decision.reason;
    serde_json::json!({
        "purpose": asked.purpose,
        "allow": answer.decision.allow,
        "reason": reason.id(),
        "article": reason.article(),
        "remedy": reason.remedy().id(),
        "place": answer.place,
        "policy": answer.decision.policy.iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
        "at": answer.at.to_string(),
    })
    .to_string()
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
