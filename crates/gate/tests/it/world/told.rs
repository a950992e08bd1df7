//! The same in the gate's words.

use std::sync::LazyLock;

use gate::{Event, Exception, Exemption, Fact, Question, Signal};
use jiff::Timestamp;
use policy::{Anchor, Channel, Policy};
use serde_json::{Value, json};

use super::{Asked, What, World};
use crate::fixtures::WEPACK;

/// A real policy's canonical JSON: what the worlds do not speak of is as there.
static TEMPLATE: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(&WEPACK.canonical).unwrap());

pub fn policy(world: &World) -> Policy {
    let mut value = TEMPLATE.clone();
    let with = |template: &Value, changes: Value| {
        let mut made = template.clone();
        for (key, value) in changes.as_object().unwrap() {
            made[key] = value.clone();
        }
        made
    };
    let purposes = world.purposes.iter().map(|one| {
        let anchor = match one.from.strip_prefix("event:") {
            Some(event) => json!({ "event": event }),
            None => json!(one.from),
        };
        let mut keep = TEMPLATE["purposes"][0]["keep"].clone();
        keep["length"] = json!({ "amount": one.length.0, "unit": one.length.1 });
        keep["from"] = anchor;
        with(
            &TEMPLATE["purposes"][0],
            json!({
                "name": one.name, "basis": one.basis, "uses": one.uses, "shares_with": one.shares_with, "keep": keep,
                "messages": one.messages, "channels": one.channels, "compatible_with": one.compatible_with,
                "instructed_by_customer": one.instructed,
            }),
        )
    });
    let recipients = world.recipients.iter().map(|one| {
        let changes = json!({
            "name": one.name, "country": one.country, "stored_in": one.stored_in, "safeguard": one.safeguard,
            "gets": one.gets,
        });
        with(&TEMPLATE["recipients"][0], changes)
    });
    let data = world.categories.iter().map(|one| {
        let template = &TEMPLATE["data"][0];
        let name = |field: &String| field.split_once('.').unwrap().1.to_owned();
        let fields: Vec<Value> = one
            .fields
            .iter()
            .map(|field| with(&template["fields"][0], json!({ "name": name(field) })))
            .collect();
        let role = if one.entrusted { "processor" } else { "controller" };
        with(template, json!({ "name": one.name, "role": role, "fields": fields }))
    });
    value["purposes"] = purposes.collect();
    value["recipients"] = recipients.collect();
    value["data"] = data.collect();
    let signal = |honoured: bool| if honoured { "honour" } else { "ignore" };
    value["signals"] = json!({ "gpc": signal(world.gpc), "dnt": signal(world.dnt) });
    value["minimum_age"] = json!(world.minimum_age);
    Policy::from_canonical(&value.to_string()).unwrap()
}

pub fn time(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

pub fn facts(history: &[(i64, What)]) -> Vec<Fact> {
    history
        .iter()
        .map(|(at, what)| Fact { at: time(*at), policy: None, event: event(what.clone()) })
        .collect()
}

fn event(what: What) -> Event {
    match what {
        What::Collected { record, purposes, fields } => {
            Event::Collected { record: [record; 16], purposes, fields }
        }
        What::Consent(purpose, "given", expires) => {
            Event::ConsentGiven { purpose, expires: expires.map(time) }
        }
        What::Consent(purpose, "refused", _) => Event::ConsentRefused { purpose },
        What::Consent(purpose, "withdrawn", _) => Event::ConsentWithdrawn { purpose },
        What::Consent(purpose, ..) => Event::ConsentExpired { purpose },
        What::Objection(purpose, true) => Event::Objected { purpose },
        What::Objection(purpose, false) => Event::ObjectionWithdrawn { purpose },
        What::Overridden(purpose) => Event::ObjectionOverridden { purpose },
        What::Restricted(true) => Event::Restricted,
        What::Restricted(false) => Event::RestrictionLifted,
        What::Erased(kept) => {
            Event::Erased { kept: kept.into_iter().map(|(name, ground)| (name, exemption(ground))).collect() }
        }
        What::ErasedFor(purpose) => Event::ErasedFor { purpose },
        What::Recipient(recipient, true) => Event::OptedIn { recipient },
        What::Recipient(recipient, false) => Event::OptedOut { recipient },
        What::Anchor(anchor) => Event::AnchorMoved { anchor: Anchor::parse(anchor).unwrap() },
        What::Channel(channel, true) => Event::ChannelAllowed { channel: Channel::parse(channel).unwrap() },
        What::Channel(channel, false) => Event::ChannelRefused { channel: Channel::parse(channel).unwrap() },
        What::Signal("gpc", on) => Event::Signal { signal: Signal::Gpc, on },
        What::Signal(_, on) => Event::Signal { signal: Signal::Dnt, on },
        What::Age(true) => Event::AgeAttested,
        What::Age(false) => Event::AgeRefused,
        What::Country(country) => Event::Country { country },
        What::Instructed(purpose, true) => Event::Instructed { purpose },
        What::Instructed(purpose, false) => Event::InstructionEnded { purpose },
    }
}

fn exemption(ground: &str) -> Exemption {
    match ground {
        "expression" => Exemption::Expression,
        "legal-obligation" => Exemption::LegalObligation,
        "public-health" => Exemption::PublicHealth,
        "archives" => Exemption::Archives,
        _ => Exemption::Claims,
    }
}

pub fn question(asked: &Asked) -> Question<'_> {
    Question {
        purpose: &asked.purpose,
        category: asked.data.as_deref(),
        recipient: asked.recipient.as_deref(),
        channel: asked.channel.map(|channel| Channel::parse(channel).unwrap()),
        record: asked.record.map(|record| [record; 16]),
        exception: asked.exception.map(|id| *Exception::ALL.iter().find(|one| one.id() == id).unwrap()),
        at: time(asked.at),
    }
}
