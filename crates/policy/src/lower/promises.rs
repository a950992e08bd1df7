//! What is promised beside the uses of data.

use super::view::View;
use crate::model::{
    Attestation, Breach, Change, Changes, Channel, ContinuedUse, Length, NewPurposes, Promise, Security,
    Signal, Signals, Statement, TakesEffect, TellPeople, Unit,
};

pub(super) fn signals(view: &View<'_>) -> Signals {
    let signal = |key| view.read(key, Signal::parse).unwrap_or(Signal::Honour);
    Signals { gpc: signal("gpc"), dnt: signal("dnt") }
}

pub(super) fn changes(view: &View<'_>) -> Changes {
    Changes {
        minor: change(&view.get("minor")),
        significant: change(&view.get("significant")),
        rights_affecting: change(&view.get("rights_affecting")),
        public_archive: !view.says("archive", "none"),
        continued_use: view.read("continued_use", ContinuedUse::parse).unwrap_or_default(),
        takes_effect: view.read("takes_effect", TakesEffect::parse).unwrap_or_default(),
        merger: view.items("merger", Channel::parse),
        new_purposes: view.read("new_purposes", NewPurposes::parse).unwrap_or_default(),
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
    let tell_people = view.read("tell_people", TellPeople::parse).unwrap_or_default();
    Breach {
        tell_authority_within: view.length("tell_authority_within").unwrap_or(Length::new(72, Unit::Hours)),
        tell_people_by: view.items("tell_people_by", Channel::parse),
        tell_people_always: tell_people == TellPeople::Always,
        tell_people,
    }
}

pub(super) fn security(view: &View<'_>) -> Security {
    let days = view.length("backups_gone_after").and_then(Length::hours).map(|hours| hours / 24);
    Security {
        tls_bits: view.whole("tls_bits").and_then(|bits| u16::try_from(bits).ok()),
        backups_gone_after_days: days.and_then(|days| u16::try_from(days).ok()),
        backups_assumed: view.assumed("backups_gone_after"),
        passwords_hashed: view.says("passwords", "argon2id"),
        backups_at: view.maybe_line("backups_at"),
        encrypted_at_rest: view.flag("encrypted_at_rest"),
    }
}

pub(super) fn attestation(name: &str, view: &View<'_>) -> Attestation {
    Attestation {
        name: name.to_owned(),
        promise: view.text("promise"),
        owner: view.text("owner"),
        owner_assumed: view.assumed("owner"),
        every: view.length("every").unwrap_or(Length::new(1, Unit::Years)),
        of: view.maybe_line("of"),
        evidence: view.maybe_line("evidence"),
        last: view.date("last"),
    }
}

pub(super) fn statement(name: &str, view: &View<'_>) -> Statement {
    Statement { name: name.to_owned(), title: view.text("title"), text: view.text("text") }
}

pub(super) fn promise(id: &str, view: &View<'_>) -> Promise {
    Promise { id: id.to_owned(), says: view.text("says"), kept_by: view.lines("kept_by") }
}
