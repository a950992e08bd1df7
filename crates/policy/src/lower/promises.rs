//! What is promised beside the uses of data.

use super::view::View;
use crate::model::{
    Attestation, Breach, Change, Changes, Channel, Clock, Counted, LegalRequests, Length, Rights, Security,
    Signal, Signals, Statement, Unit,
};

pub(super) fn rights(view: &View<'_>) -> Rights {
    let mut answer_by = view.items("answer_by", Channel::parse);
    if answer_by.is_empty() {
        answer_by.push(Channel::PrivacyCentre);
    }
    Rights {
        answer: clock(&view.get("answer")),
        first_reply: view.find("first_reply").map(|reply| clock(&reply)),
        answer_by,
        withdraw: view.items("withdraw", Channel::parse),
        answer_kept: view.length("answer_kept").unwrap_or(Length::new(14, Unit::Days)),
    }
}

fn clock(view: &View<'_>) -> Clock {
    Clock {
        within: view.length("within").unwrap_or(Length::new(1, Unit::Months)),
        counted_in: view.read("counted_in", Counted::parse).unwrap_or(Counted::Calendar),
    }
}

pub(super) fn signals(view: &View<'_>) -> Signals {
    let signal = |key| view.read(key, Signal::parse).unwrap_or(Signal::Honour);
    Signals { gpc: signal("gpc"), dnt: signal("dnt") }
}

pub(super) fn changes(view: &View<'_>) -> Changes {
    Changes {
        minor: change(&view.get("minor")),
        significant: change(&view.get("significant")),
        rights_affecting: change(&view.get("rights_affecting")),
    }
}

fn change(view: &View<'_>) -> Change {
    if view.is_mapping() {
        return Change {
            by: view.items("by", Channel::parse),
            ahead: view.length("ahead"),
            assumed: view.assumed("ahead"),
        };
    }
    Change { by: view.own_items(Channel::parse), ahead: None, assumed: false }
}

pub(super) fn breach(view: &View<'_>) -> Breach {
    Breach {
        tell_authority_within: view.length("tell_authority_within").unwrap_or(Length::new(72, Unit::Hours)),
        tell_people_by: view.items("tell_people_by", Channel::parse),
        tell_people_always: view.line("tell_people") == "always",
    }
}

pub(super) fn legal_requests(view: &View<'_>) -> LegalRequests {
    LegalRequests {
        statute_only: view.line("ground") == "statute",
        approvers: view.whole("approvers").and_then(|n| u8::try_from(n).ok()).unwrap_or(2),
    }
}

pub(super) fn security(view: &View<'_>) -> Security {
    let days = view.length("backups_gone_after").and_then(Length::hours).map(|hours| hours / 24);
    Security {
        tls_bits: view.whole("tls_bits").and_then(|bits| u16::try_from(bits).ok()),
        backups_gone_after_days: days.and_then(|days| u16::try_from(days).ok()),
        backups_assumed: view.assumed("backups_gone_after"),
    }
}

pub(super) fn attestation(name: &str, view: &View<'_>) -> Attestation {
    Attestation {
        name: name.to_owned(),
        promise: view.text("promise"),
        owner: view.text("owner"),
        owner_assumed: view.assumed("owner"),
        every: view.length("every").unwrap_or(Length::new(1, Unit::Years)),
    }
}

pub(super) fn statement(name: &str, view: &View<'_>) -> Statement {
    Statement { name: name.to_owned(), title: view.text("title"), text: view.text("text") }
}
