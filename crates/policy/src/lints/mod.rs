//! What the law asks and a policy lacks, what contradicts what: one rule a file, codes A02xx to A07xx.
//!
//! **Contract.** A lint looks at the lowered policy and at where everything stands; it never looks at text, and it tells
//! nothing of what the check has told already. Each runs in time linear in what it looks at.

mod acceptance_called_consent;
mod anonymous_identifies;
mod answer_too_late;
mod assumed;
mod attestation_unowned;
mod automated_decisions_unsaid;
mod bookkeeping_short;
mod breach_too_late;
mod breach_unsaid;
mod changes_unsaid;
mod consent_not_free;
mod consent_without_basis;
mod consequence_unsaid;
mod context;
mod controller_unreachable;
mod cookie_lasts_longer;
mod cookie_misspelt;
mod cookie_without_consent;
mod form_asks_more;
mod form_without_purpose;
mod interest_unnamed;
mod kept_long;
mod law_uncited;
mod minimum_age_unsaid;
mod missing_translation;
mod no_authority;
mod no_withdrawal;
mod office_hours_unset;
mod optional_required;
mod processor_without_agreement;
mod purpose_without_basis;
mod purpose_without_data;
mod purpose_without_period;
mod purpose_without_reason;
mod recipient_gets_more;
mod recipient_without_fields;
mod representative_missing;
mod safeguard_unfit;
mod same_heading;
mod secret_shared;
mod signal_ignored;
mod signals_unsaid;
mod special_forbidden;
mod special_without_ground;
mod transfer_without_safeguard;
mod unused_agreement;
mod unused_field;
mod unused_recipient;
mod vague_purpose;
mod weak_transport;

pub(crate) use context::Context;

use crate::diagnostic::Diagnostic;
use crate::rule::Rule;

/// A lint.
pub(crate) struct Lint {
    /// What it holds a policy to.
    pub(crate) rule: &'static Rule,
    /// Looks and tells.
    check: fn(&Context<'_>, &mut Vec<Diagnostic>),
}

/// Every lint, by code.
pub(crate) static LINTS: &[Lint] = &[
    Lint { rule: &purpose_without_basis::LINT, check: purpose_without_basis::check },
    Lint { rule: &purpose_without_reason::LINT, check: purpose_without_reason::check },
    Lint { rule: &purpose_without_period::LINT, check: purpose_without_period::check },
    Lint { rule: &purpose_without_data::LINT, check: purpose_without_data::check },
    Lint { rule: &controller_unreachable::LINT, check: controller_unreachable::check },
    Lint { rule: &no_authority::LINT, check: no_authority::check },
    Lint { rule: &missing_translation::LINT, check: missing_translation::check },
    Lint { rule: &consequence_unsaid::LINT, check: consequence_unsaid::check },
    Lint { rule: &no_withdrawal::LINT, check: no_withdrawal::check },
    Lint { rule: &automated_decisions_unsaid::LINT, check: automated_decisions_unsaid::check },
    Lint { rule: &minimum_age_unsaid::LINT, check: minimum_age_unsaid::check },
    Lint { rule: &processor_without_agreement::LINT, check: processor_without_agreement::check },
    Lint { rule: &changes_unsaid::LINT, check: changes_unsaid::check },
    Lint { rule: &breach_unsaid::LINT, check: breach_unsaid::check },
    Lint { rule: &recipient_without_fields::LINT, check: recipient_without_fields::check },
    Lint { rule: &assumed::LINT, check: assumed::check },
    Lint { rule: &attestation_unowned::LINT, check: attestation_unowned::check },
    Lint { rule: &signals_unsaid::LINT, check: signals_unsaid::check },
    Lint { rule: &interest_unnamed::LINT, check: interest_unnamed::check },
    Lint { rule: &law_uncited::LINT, check: law_uncited::check },
    Lint { rule: &transfer_without_safeguard::LINT, check: transfer_without_safeguard::check },
    Lint { rule: &safeguard_unfit::LINT, check: safeguard_unfit::check },
    Lint { rule: &special_without_ground::LINT, check: special_without_ground::check },
    Lint { rule: &special_forbidden::LINT, check: special_forbidden::check },
    Lint { rule: &answer_too_late::LINT, check: answer_too_late::check },
    Lint { rule: &breach_too_late::LINT, check: breach_too_late::check },
    Lint { rule: &consent_not_free::LINT, check: consent_not_free::check },
    Lint { rule: &consent_without_basis::LINT, check: consent_without_basis::check },
    Lint { rule: &cookie_without_consent::LINT, check: cookie_without_consent::check },
    Lint { rule: &signal_ignored::LINT, check: signal_ignored::check },
    Lint { rule: &representative_missing::LINT, check: representative_missing::check },
    Lint { rule: &bookkeeping_short::LINT, check: bookkeeping_short::check },
    Lint { rule: &unused_recipient::LINT, check: unused_recipient::check },
    Lint { rule: &recipient_gets_more::LINT, check: recipient_gets_more::check },
    Lint { rule: &unused_agreement::LINT, check: unused_agreement::check },
    Lint { rule: &anonymous_identifies::LINT, check: anonymous_identifies::check },
    Lint { rule: &office_hours_unset::LINT, check: office_hours_unset::check },
    Lint { rule: &cookie_misspelt::LINT, check: cookie_misspelt::check },
    Lint { rule: &cookie_lasts_longer::LINT, check: cookie_lasts_longer::check },
    Lint { rule: &unused_field::LINT, check: unused_field::check },
    Lint { rule: &form_asks_more::LINT, check: form_asks_more::check },
    Lint { rule: &form_without_purpose::LINT, check: form_without_purpose::check },
    Lint { rule: &optional_required::LINT, check: optional_required::check },
    Lint { rule: &kept_long::LINT, check: kept_long::check },
    Lint { rule: &weak_transport::LINT, check: weak_transport::check },
    Lint { rule: &secret_shared::LINT, check: secret_shared::check },
    Lint { rule: &vague_purpose::LINT, check: vague_purpose::check },
    Lint { rule: &acceptance_called_consent::LINT, check: acceptance_called_consent::check },
    Lint { rule: &same_heading::LINT, check: same_heading::check },
];

/// Runs every lint.
pub(crate) fn run(cx: &Context<'_>) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for lint in LINTS {
        (lint.check)(cx, &mut told);
    }
    told
}
