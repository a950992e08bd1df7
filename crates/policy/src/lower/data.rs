//! What data there is, why, and how long.

use super::view::View;
use crate::model::{
    Anchor, Basis, Category, Channel, ConsentBy, DataRole, Duty, Field, Ground, Keep, KeptAs, Kind, Length,
    Messages, Origin, Purpose, Sensitivity, Then, Unit, Visibility,
};

pub(super) fn category(name: &str, view: &View<'_>) -> Category {
    let visible_to = view.read("visible_to", Visibility::parse).unwrap_or_default();
    Category {
        name: name.to_owned(),
        title: view.text("title"),
        fields: view.each("fields", |name, field| self::field(name, field, visible_to)),
        role: view.read("role", DataRole::parse).unwrap_or_default(),
        visible_to,
        sensitivity: view.read("sensitivity", Sensitivity::parse).unwrap_or_default(),
        only_for: view.lines("only_for"),
    }
}

fn field(name: &str, view: &View<'_>, visible_to: Visibility) -> Field {
    let kind = view.read("kind", Kind::parse).unwrap_or(Kind::Text);
    let kept_as = if kind.is_secret() { KeptAs::Hashed } else { KeptAs::Full };
    Field {
        name: name.to_owned(),
        kind,
        title: view.text("title"),
        optional: view.flag("optional"),
        visible_to: view.read("visible_to", Visibility::parse).unwrap_or(visible_to),
        kept_as: view.read("kept_as", KeptAs::parse).unwrap_or(kept_as),
    }
}

pub(super) fn purpose(name: &str, view: &View<'_>) -> Purpose {
    let messages = view.read("messages", Messages::parse);
    let channels: &[Channel] = if messages.is_some() { &[Channel::Email] } else { &[] };
    Purpose {
        name: name.to_owned(),
        why: view.text("why"),
        basis: view.read("basis", Basis::parse).unwrap_or(Basis::Contract),
        basis_assumed: view.assumed("basis"),
        interest: view.maybe_text("interest"),
        law: view.maybe_text("law"),
        ground: view.read("ground", Ground::parse),
        uses: view.lines("uses"),
        shares_with: view.lines("shares_with"),
        keep: keep(&view.get("keep")),
        sources: view.items_or("from", Origin::parse, &[Origin::Person]),
        source: view.maybe_text("source"),
        duty: view.read("duty", Duty::parse),
        consequence: view.maybe_text("consequence"),
        agreements: view.lines("agreements"),
        messages,
        anonymous: view.flag("anonymous"),
        channels: view.items_or("channels", Channel::parse, channels),
        profiling: view.flag("profiling"),
        balancing: view.maybe_line("balancing"),
        impact: view.maybe_line("impact"),
        compatible_with: view.lines("compatible_with"),
        compatibility: view.maybe_text("compatibility"),
        opt_out_in: view.lines("opt_out_in"),
        consent_by: view.items("consent_by", ConsentBy::parse),
        consent_lasts: view.length("consent_lasts"),
        witness: view.flag("witness"),
        smallest_group: view.get("aggregate").whole("smallest_group"),
        instructed_by_customer: view.says("instructed_by", "customer"),
        approved_before_publication: view.says("approval", "before-publication"),
    }
}

fn keep(view: &View<'_>) -> Keep {
    Keep {
        length: view.length("for").unwrap_or(Length::new(0, Unit::Days)),
        from: view.read("from", Anchor::parse).unwrap_or(Anchor::Collection),
        then: view.read("then", Then::parse).unwrap_or(Then::Delete),
        assumed: view.assumed("for"),
        at_least: view.length("at_least"),
        at_most: view.length("at_most"),
        isolated_for: view.length("isolated_for"),
        law: view.maybe_text("law"),
        moment: view.maybe_text("moment"),
    }
}
