//! What customers entrust, what they can pass on, and what the telephone is asked for.

use super::view::View;
use crate::model::{
    AtEnd, Channel, Format, Integrations, Length, Permission, PermissionKind, ServiceData, StaffAccess,
    SubProcessorNotice, Unit,
};

pub(super) fn service_data(view: &View<'_>) -> ServiceData {
    ServiceData {
        who: view.text("who"),
        categories: view.lines("categories"),
        export: view.items_or("export", Format::parse, &[Format::Json]),
        at_end: view.read("at_end", AtEnd::parse).unwrap_or_default(),
        within: view.length("within").unwrap_or(Length::new(0, Unit::Days)),
        contract: view.maybe_line("contract"),
        sub_processors: view.find("sub_processors").map(|notice| sub_processors(&notice)),
        staff_access: view.find("staff_access").map(|access| staff_access(&access)),
        forward_within: view.get("requests").length("forward_within"),
    }
}

fn sub_processors(view: &View<'_>) -> SubProcessorNotice {
    SubProcessorNotice {
        ahead: view.length("ahead").unwrap_or(Length::new(30, Unit::Days)),
        object_within: view.length("object_within").unwrap_or(Length::new(14, Unit::Days)),
        by: view.items("by", Channel::parse),
    }
}

fn staff_access(view: &View<'_>) -> StaffAccess {
    StaffAccess {
        purposes: view.lines("for"),
        at_most: view.length("at_most"),
        seen_by_customer: view.flag("seen_by_customer"),
    }
}

pub(super) fn permission(name: &str, view: &View<'_>) -> Permission {
    Permission {
        kind: PermissionKind::parse(name).unwrap_or_default(),
        why: view.text("why"),
        purpose: view.line("purpose"),
        shares_with: view.lines("shares_with"),
    }
}

pub(super) fn integrations(view: &View<'_>) -> Integrations {
    Integrations { scopes: view.lines("scopes"), revoked_at_once: true }
}
