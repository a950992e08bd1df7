//! What stands against data leaving or vanishing.

use super::view::View;
use crate::model::{
    Bulk, Channel, EvidencePeriods, HoldNeed, HoldReason, Holds, LegalGround, LegalNeed, LegalRequests,
};

pub(super) fn legal_requests(view: &View<'_>) -> LegalRequests {
    let grounds = view.items("grounds", LegalGround::parse);
    LegalRequests {
        statute_only: grounds.iter().all(|ground| *ground == LegalGround::Statute),
        grounds,
        approvers: view.small("approvers").unwrap_or(2),
        needs: view.items_or(
            "needs",
            LegalNeed::parse,
            &[LegalNeed::Statute, LegalNeed::Authority, LegalNeed::Reference],
        ),
    }
}

pub(super) fn holds(view: &View<'_>) -> Holds {
    Holds {
        reasons: view.items("for", HoldReason::parse),
        needs: view.items_or("needs", HoldNeed::parse, &[HoldNeed::Reason, HoldNeed::End]),
    }
}

pub(super) fn bulk(view: &View<'_>) -> Bulk {
    Bulk {
        more_than: view.whole("more_than").unwrap_or(1),
        alert: view.items_or("alert", Channel::parse, &[Channel::Email]),
    }
}

pub(super) fn evidence(view: &View<'_>) -> EvidencePeriods {
    EvidencePeriods {
        consent: view.length("consent"),
        acceptance: view.length("acceptance"),
        requests: view.length("requests"),
        disclosures: view.length("disclosures"),
        staff_views: view.length("staff-views"),
        notices: view.length("notices"),
        breaches: view.length("breaches"),
        retention: view.length("retention"),
    }
}
