//! What the law asks and a policy lacks, what contradicts what: one rule a file, codes A02xx to A07xx.
//!
//! **Contract.** A lint looks at the lowered policy and at where everything stands; it never looks at text, and it tells
//! nothing of what the check has told already. Each runs in time linear in what it looks at.

mod acceptance_by_act;
mod acceptance_called_consent;
mod acceptance_for_consent;
mod activity_shown;
mod adequacy_ends;
mod age_never_asked;
mod anonymous_identifies;
mod answer_too_late;
mod assumed;
mod attachments_unlimited;
mod attestation_unowned;
mod automated_decisions_unsaid;
mod backup_without_processor;
mod backups_outlive;
mod basis_unassigned;
mod birth_date_for_age;
mod bookkeeping_short;
mod breach_too_late;
mod breach_unsaid;
mod card_in_full;
mod certification_unseen;
mod change_unannounced;
mod changes_unsaid;
mod channel_without_address;
mod child_consents_alone;
mod compatibility_unsaid;
mod consent_never_asked;
mod consent_not_free;
mod consent_presumed;
mod consent_unproven;
mod consent_without_basis;
mod consent_worded_as_no;
mod consequence_unsaid;
mod context;
mod continued_use_consents;
mod contract_incomplete;
mod controller_unreachable;
mod cookie_lasts_longer;
mod cookie_misspelt;
mod cookie_outlives_purpose;
mod cookie_over_guidance;
mod cookie_without_consent;
mod cookies_refused_elsewhere;
mod decision_on_interest;
mod document_of_another_kind;
mod document_overdue;
mod entrusted_without_terms;
mod form_asks_more;
mod form_without_purpose;
mod guardian_too_old;
mod heading_without_text;
mod impact_unshown;
mod interest_unnamed;
mod interest_unweighed;
mod invitation_markets;
mod joint_without_arrangement;
mod kept_long;
mod law_uncited;
mod liability_excluded;
mod mail_without_sender;
mod marketing_on_wrong_basis;
mod message_shows_more;
mod minimum_age_unsaid;
mod missing_translation;
mod national_id_used;
mod new_purpose_told;
mod no_authority;
mod no_way_out_of_mail;
mod no_withdrawal;
mod objection_ends_service;
mod objection_too_late;
mod office_hours_unset;
mod officer_unreachable;
mod opt_out_for_consent;
mod opt_out_in_europe;
mod optional_required;
mod others_untold;
mod password_in_full;
mod period_contradicts;
mod permission_shares_more;
mod processor_without_agreement;
mod purpose_without_basis;
mod purpose_without_data;
mod purpose_without_period;
mod purpose_without_reason;
mod reading_level;
mod recipient_by_kind;
mod recipient_gets_more;
mod recipient_nowhere;
mod recipient_unnamed;
mod recipient_without_fields;
mod representative_missing;
mod request_costs;
mod requests_not_forwarded;
mod restriction_vetoed;
mod right_cut_short;
mod right_without_way;
mod rights_unnamed;
mod safeguard_unfit;
mod same_heading;
mod secret_shared;
mod shared_for_nothing;
mod signal_ignored;
mod signals_unsaid;
mod source_unnamed;
mod special_forbidden;
mod special_shown;
mod special_without_ground;
mod staff_sees_everything;
mod staff_sees_unused;
mod sub_processor_transfer;
mod sub_processors_untold;
mod term_unexplained;
mod told_on_request;
mod transfer_without_safeguard;
mod two_periods;
mod uninvited_mail;
mod unused_agreement;
mod unused_field;
mod unused_recipient;
mod used_beyond_promise;
mod used_never_collected;
mod vague_purpose;
mod weak_transport;
mod weasel_words;
mod withdrawal_harder;
mod wording;

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
    Lint { rule: &document_overdue::LINT, check: document_overdue::check },
    Lint { rule: &mail_without_sender::LINT, check: mail_without_sender::check },
    Lint { rule: &officer_unreachable::LINT, check: officer_unreachable::check },
    Lint { rule: &sub_processors_untold::LINT, check: sub_processors_untold::check },
    Lint { rule: &requests_not_forwarded::LINT, check: requests_not_forwarded::check },
    Lint { rule: &contract_incomplete::LINT, check: contract_incomplete::check },
    Lint { rule: &channel_without_address::LINT, check: channel_without_address::check },
    Lint { rule: &others_untold::LINT, check: others_untold::check },
    Lint { rule: &entrusted_without_terms::LINT, check: entrusted_without_terms::check },
    Lint { rule: &change_unannounced::LINT, check: change_unannounced::check },
    Lint { rule: &interest_unweighed::LINT, check: interest_unweighed::check },
    Lint { rule: &told_on_request::LINT, check: told_on_request::check },
    Lint { rule: &rights_unnamed::LINT, check: rights_unnamed::check },
    Lint { rule: &basis_unassigned::LINT, check: basis_unassigned::check },
    Lint { rule: &source_unnamed::LINT, check: source_unnamed::check },
    Lint { rule: &right_without_way::LINT, check: right_without_way::check },
    Lint { rule: &joint_without_arrangement::LINT, check: joint_without_arrangement::check },
    Lint { rule: &recipient_nowhere::LINT, check: recipient_nowhere::check },
    Lint { rule: &recipient_unnamed::LINT, check: recipient_unnamed::check },
    Lint { rule: &recipient_by_kind::LINT, check: recipient_by_kind::check },
    Lint { rule: &impact_unshown::LINT, check: impact_unshown::check },
    Lint { rule: &certification_unseen::LINT, check: certification_unseen::check },
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
    Lint { rule: &opt_out_for_consent::LINT, check: opt_out_for_consent::check },
    Lint { rule: &sub_processor_transfer::LINT, check: sub_processor_transfer::check },
    Lint { rule: &invitation_markets::LINT, check: invitation_markets::check },
    Lint { rule: &special_shown::LINT, check: special_shown::check },
    Lint { rule: &right_cut_short::LINT, check: right_cut_short::check },
    Lint { rule: &new_purpose_told::LINT, check: new_purpose_told::check },
    Lint { rule: &activity_shown::LINT, check: activity_shown::check },
    Lint { rule: &opt_out_in_europe::LINT, check: opt_out_in_europe::check },
    Lint { rule: &child_consents_alone::LINT, check: child_consents_alone::check },
    Lint { rule: &marketing_on_wrong_basis::LINT, check: marketing_on_wrong_basis::check },
    Lint { rule: &no_way_out_of_mail::LINT, check: no_way_out_of_mail::check },
    Lint { rule: &cookie_over_guidance::LINT, check: cookie_over_guidance::check },
    Lint { rule: &objection_too_late::LINT, check: objection_too_late::check },
    Lint { rule: &adequacy_ends::LINT, check: adequacy_ends::check },
    Lint { rule: &uninvited_mail::LINT, check: uninvited_mail::check },
    Lint { rule: &withdrawal_harder::LINT, check: withdrawal_harder::check },
    Lint { rule: &continued_use_consents::LINT, check: continued_use_consents::check },
    Lint { rule: &consent_presumed::LINT, check: consent_presumed::check },
    Lint { rule: &restriction_vetoed::LINT, check: restriction_vetoed::check },
    Lint { rule: &consent_unproven::LINT, check: consent_unproven::check },
    Lint { rule: &consent_never_asked::LINT, check: consent_never_asked::check },
    Lint { rule: &acceptance_for_consent::LINT, check: acceptance_for_consent::check },
    Lint { rule: &cookies_refused_elsewhere::LINT, check: cookies_refused_elsewhere::check },
    Lint { rule: &liability_excluded::LINT, check: liability_excluded::check },
    Lint { rule: &objection_ends_service::LINT, check: objection_ends_service::check },
    Lint { rule: &acceptance_by_act::LINT, check: acceptance_by_act::check },
    Lint { rule: &request_costs::LINT, check: request_costs::check },
    Lint { rule: &decision_on_interest::LINT, check: decision_on_interest::check },
    Lint { rule: &unused_recipient::LINT, check: unused_recipient::check },
    Lint { rule: &recipient_gets_more::LINT, check: recipient_gets_more::check },
    Lint { rule: &unused_agreement::LINT, check: unused_agreement::check },
    Lint { rule: &anonymous_identifies::LINT, check: anonymous_identifies::check },
    Lint { rule: &office_hours_unset::LINT, check: office_hours_unset::check },
    Lint { rule: &cookie_misspelt::LINT, check: cookie_misspelt::check },
    Lint { rule: &cookie_lasts_longer::LINT, check: cookie_lasts_longer::check },
    Lint { rule: &period_contradicts::LINT, check: period_contradicts::check },
    Lint { rule: &backup_without_processor::LINT, check: backup_without_processor::check },
    Lint { rule: &staff_sees_unused::LINT, check: staff_sees_unused::check },
    Lint { rule: &document_of_another_kind::LINT, check: document_of_another_kind::check },
    Lint { rule: &message_shows_more::LINT, check: message_shows_more::check },
    Lint { rule: &permission_shares_more::LINT, check: permission_shares_more::check },
    Lint { rule: &compatibility_unsaid::LINT, check: compatibility_unsaid::check },
    Lint { rule: &guardian_too_old::LINT, check: guardian_too_old::check },
    Lint { rule: &age_never_asked::LINT, check: age_never_asked::check },
    Lint { rule: &used_beyond_promise::LINT, check: used_beyond_promise::check },
    Lint { rule: &used_never_collected::LINT, check: used_never_collected::check },
    Lint { rule: &shared_for_nothing::LINT, check: shared_for_nothing::check },
    Lint { rule: &cookie_outlives_purpose::LINT, check: cookie_outlives_purpose::check },
    Lint { rule: &two_periods::LINT, check: two_periods::check },
    Lint { rule: &unused_field::LINT, check: unused_field::check },
    Lint { rule: &form_asks_more::LINT, check: form_asks_more::check },
    Lint { rule: &form_without_purpose::LINT, check: form_without_purpose::check },
    Lint { rule: &optional_required::LINT, check: optional_required::check },
    Lint { rule: &kept_long::LINT, check: kept_long::check },
    Lint { rule: &national_id_used::LINT, check: national_id_used::check },
    Lint { rule: &birth_date_for_age::LINT, check: birth_date_for_age::check },
    Lint { rule: &attachments_unlimited::LINT, check: attachments_unlimited::check },
    Lint { rule: &staff_sees_everything::LINT, check: staff_sees_everything::check },
    Lint { rule: &weak_transport::LINT, check: weak_transport::check },
    Lint { rule: &secret_shared::LINT, check: secret_shared::check },
    Lint { rule: &card_in_full::LINT, check: card_in_full::check },
    Lint { rule: &password_in_full::LINT, check: password_in_full::check },
    Lint { rule: &backups_outlive::LINT, check: backups_outlive::check },
    Lint { rule: &vague_purpose::LINT, check: vague_purpose::check },
    Lint { rule: &acceptance_called_consent::LINT, check: acceptance_called_consent::check },
    Lint { rule: &same_heading::LINT, check: same_heading::check },
    Lint { rule: &reading_level::LINT, check: reading_level::check },
    Lint { rule: &weasel_words::LINT, check: weasel_words::check },
    Lint { rule: &term_unexplained::LINT, check: term_unexplained::check },
    Lint { rule: &consent_worded_as_no::LINT, check: consent_worded_as_no::check },
    Lint { rule: &heading_without_text::LINT, check: heading_without_text::check },
];

/// Runs every lint.
pub(crate) fn run(cx: &Context<'_>) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for lint in LINTS {
        (lint.check)(cx, &mut told);
    }
    told
}
