//! Which declaration is kept by what: one row a kind of declaration, `*` for a name of the author's.

use super::Keeper::{self, *};
use crate::model::{Basis, Messages, Policy};

/// The rows; the longest that fits a place counts.
pub(super) static ROWS: &[(&str, &[Keeper])] = &[
    ("abide", &[Shown]),
    ("service", &[Shown]),
    ("title", &[Shown]),
    ("version", &[Archive]),
    ("controller", &[Shown]),
    ("controller/email", &[Shown, RequestsByMail]),
    ("joint_controllers", &[Shown]),
    ("representatives", &[Shown]),
    ("group", &[Shown, StaffRoles]),
    ("authority", &[Shown]),
    ("jurisdiction", &[Shown]),
    ("serves", &[Shown]),
    ("languages", &[Shown]),
    ("office_hours", &[ReplyClock]),
    ("minimum_age", &[AgeAsked]),
    ("minimum_age/reports", &[MinorsReported]),
    ("special_categories", &[SpecialRefused]),
    ("automated_decisions", &[Shown]),
    ("documents", &[Attested]),
    ("data", &[DeclaredDataOnly]),
    ("data/*/visible_to", &[Visibility]),
    ("data/*/role", &[ServiceData]),
    ("data/*/fields/*/visible_to", &[Visibility]),
    ("data/*/fields/*/kept_as", &[ValuesMasked]),
    ("purposes", &[PurposeLimit]),
    ("purposes/*/uses", &[PurposeLimit, DeclaredDataOnly]),
    ("purposes/*/shares_with", &[RecipientLimit]),
    ("purposes/*/keep", &[Retention]),
    ("purposes/*/law", &[Shown]),
    ("purposes/*/interest", &[Shown]),
    ("purposes/*/duty", &[Shown]),
    ("purposes/*/consequence", &[Shown]),
    ("purposes/*/from", &[FormEvidence]),
    ("purposes/*/agreements", &[AcceptanceNeeded]),
    ("purposes/*/messages", &[MessageClasses]),
    ("purposes/*/channels", &[MessageClasses]),
    ("purposes/*/profiling", &[ObjectionStops, Shown]),
    ("purposes/*/balancing", &[Attested]),
    ("purposes/*/impact", &[Attested]),
    ("purposes/*/compatible_with", &[LaterPurpose]),
    ("purposes/*/opt_out_in", &[OptOutLaw]),
    ("purposes/*/consent_by", &[ConsentNeeded]),
    ("purposes/*/consent_lasts", &[ConsentNeeded]),
    ("purposes/*/aggregate", &[Aggregates]),
    ("purposes/*/anonymous", &[Aggregates]),
    ("purposes/*/instructed_by", &[ServiceData]),
    ("purposes/*/approval", &[Approval]),
    ("recipients", &[RecipientLimit, TransferSafeguard]),
    ("recipients/*/safeguard", &[TransferSafeguard]),
    ("recipients/*/country", &[TransferSafeguard]),
    ("recipients/*/stored_in", &[TransferSafeguard]),
    ("recipients/*/sub_processors", &[SubProcessors]),
    ("recipients/*/onward", &[RecipientLimit]),
    ("recipients/*/opt_out", &[RecipientOptOut]),
    ("recipients/*/at_end", &[ProviderReturns]),
    ("recipients/*/transfer", &[Attested]),
    ("recipients/*/agreement", &[Shown]),
    ("recipients/*/confidential", &[Shown]),
    ("agreements", &[AcceptanceNeeded, Shown]),
    ("acceptance", &[AcceptanceNeeded, SignInAcceptance]),
    ("cookies", &[CookieRegister]),
    ("forms", &[FormEvidence]),
    ("forms/*/asks", &[DeclaredDataOnly]),
    ("forms/*/accepts", &[AcceptanceNeeded]),
    ("forms/*/consents", &[ConsentUnticked, ConsentNeeded]),
    ("forms/*/double_opt_in", &[DoubleOptIn]),
    ("forms/*/approval", &[Approval]),
    ("forms/*/entered_by", &[OthersTold]),
    ("forms/*/tells_person_within", &[OthersTold]),
    ("forms/*/attests_age", &[AgeAsked]),
    ("forms/*/for", &[SignInAcceptance]),
    ("rights", &[AccessAnswer, Erasure]),
    ("rights/answer", &[AnswerClock]),
    ("rights/first_reply", &[ReplyClock]),
    ("rights/answer_by", &[AccessAnswer]),
    ("rights/withdraw", &[Withdrawal]),
    ("rights/ask_by", &[RequestsByMail]),
    ("rights/self_service", &[SelfService]),
    ("rights/everywhere", &[AccessAnswer]),
    ("rights/portability", &[AccessAnswer]),
    ("rights/restriction", &[Restriction]),
    ("rights/objection", &[ObjectionStops]),
    ("rights/rectification", &[Rectification]),
    ("rights/complaint", &[ComplaintClock]),
    ("rights/third_parties", &[Shown]),
    ("rights/extension", &[AnswerClock]),
    ("signals", &[Signals]),
    ("changes", &[ChangeNotices, Archive]),
    ("changes/archive", &[Archive]),
    ("changes/rights_affecting", &[NoticeAhead, ChangeNotices]),
    ("changes/merger", &[MergerNotice]),
    ("changes/new_purposes", &[LaterPurpose]),
    ("changes/continued_use", &[LaterPurpose]),
    ("changes/takes_effect", &[NoticeAhead]),
    ("breach", &[BreachClock, BreachLetters]),
    ("breach/tell_authority_within", &[BreachClock]),
    ("breach/tell_people", &[BreachLetters]),
    ("breach/tell_people_by", &[BreachLetters]),
    ("legal_requests", &[DisclosureGrounds]),
    ("holds", &[LegalHold]),
    ("sale", &[NoSale]),
    ("bulk", &[BulkLimit]),
    ("security", &[Transport, KeysDie]),
    ("security/tls_bits", &[Transport]),
    ("security/passwords", &[Passwords]),
    ("security/backups_gone_after", &[KeysDie]),
    ("security/backups_at", &[RecipientLimit, KeysDie]),
    ("security/encrypted_at_rest", &[KeysDie]),
    ("staff", &[StaffViews, StaffRoles]),
    ("service_data", &[ServiceData]),
    ("service_data/sub_processors", &[SubProcessors]),
    ("service_data/staff_access", &[StaffRoles]),
    ("service_data/contract", &[Attested]),
    ("evidence", &[EvidencePeriods]),
    ("mail", &[MailIdentity]),
    ("invitations", &[Invitations]),
    ("exchange", &[Exchange]),
    ("organisations", &[OrganisationClaims]),
    ("permissions", &[Permissions]),
    ("integrations", &[Integrations]),
    ("attestations", &[Attested]),
    ("statements", &[Shown]),
    ("promises", &[Shown]),
    ("include", &[Shown]),
];

/// What keeps the declaration at a place.
pub(super) fn keepers(policy: &Policy, place: &str) -> Vec<Keeper> {
    let mut found = row(place).to_vec();
    let mut parts = place.split('/');
    if let (Some("purposes"), Some(name), rest) = (parts.next(), parts.next(), parts.next())
        && let Some(purpose) = policy.purpose(name)
        && matches!(rest, None | Some("basis"))
    {
        found.extend(basis(purpose.basis));
        found.extend((purpose.messages == Some(Messages::Marketing)).then_some(MarketingObjection));
        found.extend(purpose.messages.and(rest.is_none().then_some(MessageClasses)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The longest row that fits: its own, else that of what it lies in.
fn row(place: &str) -> &'static [Keeper] {
    let mut rest = Some(place);
    while let Some(path) = rest {
        if let Some((_, keepers)) = ROWS.iter().find(|(pattern, _)| fits(pattern, path)) {
            return keepers;
        }
        rest = path.rsplit_once('/').map(|(before, _)| before);
    }
    &[]
}

fn fits(pattern: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    pattern.split('/').all(|want| parts.next().is_some_and(|part| want == "*" || want == part))
        && parts.next().is_none()
}

fn basis(basis: Basis) -> Option<Keeper> {
    match basis {
        Basis::Consent => Some(ConsentNeeded),
        Basis::LegitimateInterest | Basis::PublicTask => Some(ObjectionStops),
        Basis::LegalObligation => Some(Shown),
        Basis::Contract | Basis::VitalInterests => None,
    }
}
