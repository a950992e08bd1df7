//! How people's requests are answered.

use super::view::View;
use crate::model::{
    Channel, Clock, Counted, Extension, Format, Length, Objection, Rectification, Restriction, Rights,
    SelfService, Unit,
};

pub(super) fn rights(view: &View<'_>) -> Rights {
    Rights {
        answer: clock(&view.get("answer")),
        first_reply: view.find("first_reply").map(|reply| clock(&reply)),
        answer_by: view.items_or("answer_by", Channel::parse, &[Channel::PrivacyCentre]),
        withdraw: view.items("withdraw", Channel::parse),
        answer_kept: view.length("answer_kept").unwrap_or(Length::new(14, Unit::Days)),
        ask_by: view.items_or("ask_by", Channel::parse, &[Channel::PrivacyCentre, Channel::Email]),
        self_service: view.items("self_service", SelfService::parse),
        everywhere: view.flag("everywhere"),
        portability: view.items_or("portability", Format::parse, &[Format::Json]),
        restriction: restriction(&view.get("restriction")),
        objection: objection(&view.get("objection")),
        rectification: rectification(&view.get("rectification")),
        complaint: view.find("complaint").map(|complaint| clock(&complaint)),
        third_parties: view.lines("third_parties"),
        extension: view.find("extension").map(|extension| self::extension(&extension)),
    }
}

fn clock(view: &View<'_>) -> Clock {
    Clock {
        within: view.length("within").unwrap_or(Length::new(1, Unit::Months)),
        counted_in: view.read("counted_in", Counted::parse).unwrap_or(Counted::Calendar),
    }
}

fn restriction(view: &View<'_>) -> Restriction {
    Restriction {
        on_opening: view.flag_or_yes("on_opening"),
        tell_before_lifting: view.flag_or_yes("tell_before_lifting"),
        vetoed: view.says("veto", "administrator"),
    }
}

fn objection(view: &View<'_>) -> Objection {
    Objection {
        stops_meanwhile: view.flag_or_yes("stops_meanwhile"),
        decided_within: view.length("decided_within"),
    }
}

fn rectification(view: &View<'_>) -> Rectification {
    Rectification { reaches_recipients: true, supplements: view.flag_or_yes("supplements") }
}

fn extension(view: &View<'_>) -> Extension {
    Extension {
        by: view.length("by").unwrap_or(Length::new(2, Unit::Months)),
        told_within: view.length("told_within").unwrap_or(Length::new(1, Unit::Months)),
    }
}
