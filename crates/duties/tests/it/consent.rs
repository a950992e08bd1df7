//! Consents that come another way than through a form: spoken, written, refused, given anew.

use duties::consent::{self, Answer, ConsentBy, NewConsent, NotRecorded};
use duties::evidence::Evidence;
use duties::standing;
use gate::Reason;
use jiff::SignedDuration;
use ledger::Kind;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::rights_kit::{kari, kinds_of};

/// Said on the telephone.
pub fn spoken(subject: Uuid) -> NewConsent {
    NewConsent {
        subject,
        purpose: "campaigns".to_owned(),
        answer: Answer::Given,
        wording: Some("May we send you our newsletter?".to_owned()),
        lang: "nb".to_owned(),
        surface: "telephone".to_owned(),
        method: ConsentBy::Verbal,
        witness: Some("Ola Kundeservice".to_owned()),
        given_at: None,
        expires: None,
    }
}

async fn id_of(house: &House, new: &NewConsent) -> &'static str {
    match consent::enter(&house.service, new, "staff:1", None).await {
        Err(NotRecorded::Refused(problem)) => problem.id,
        Err(NotRecorded::Unknown) => "unknown",
        Err(NotRecorded::Reused) => "reused",
        Err(NotRecorded::Failed(error)) => panic!("{error}"),
        Ok(_) => "recorded",
    }
}

#[tokio::test]
async fn so_11_a_spoken_consent_is_recorded_with_its_witness_and_exact_words() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let done = consent::enter(&house.service, &spoken(subject), "staff:1", None).await.expect("recorded");
        let entry = db::entries::get(&house.service.db, "wepack", done.index).await.expect("the entry");
        assert_eq!((&entry.facts.kind, entry.facts.actor.as_str()), (&Kind::ConsentGiven, "staff:1"));
        assert_eq!(entry.facts.policy, Some(house.service.policy.hash));
        let body =
            db::entries::body(&house.service.db, "wepack", done.index).await.expect("read").expect("a body");
        let key =
            house.service.keys.evidence(subject).await.expect("the key").entry_key(done.id).expect("its key");
        let said = Evidence::from_bytes(&key.open("wepack", &body.sealed).expect("opens")).expect("evidence");
        assert_eq!(
            (said.method.as_deref(), said.witness.as_deref()),
            (Some("verbal"), Some("Ola Kundeservice"))
        );
        assert_eq!((said.lang.as_str(), said.surface.as_str()), ("nb", "telephone"));
        assert_eq!(said.boxes[0].wording, "May we send you our newsletter?");
        assert_eq!(said.version, house.service.policy.version.to_string());
        let now = standing::decide(&house.service, subject, "campaigns", house.clock.time()).await;
        assert_eq!(now.expect("decided").reason, Reason::Consent);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_is_recorded_and_a_later_consent_refreshes_it_until_it_ends() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let allowed = async |house: &House| {
            let now = house.clock.time();
            standing::decide(&house.service, subject, "campaigns", now).await.expect("decided").allow
        };
        let refused = NewConsent { answer: Answer::Refused, witness: None, ..spoken(subject) };
        assert_eq!(id_of(&house, &refused).await, "recorded");
        assert!(!allowed(&house).await);
        assert_eq!(kinds_of(&house, subject).await.last(), Some(&Kind::ConsentRefused));
        let until = |house: &House| house.clock.time().checked_add(SignedDuration::from_hours(24)).ok();
        for _ in 0..2 {
            let given = NewConsent { expires: until(&house), ..spoken(subject) };
            assert_eq!(id_of(&house, &given).await, "recorded");
            house.clock.advance_hours(23);
            assert!(allowed(&house).await, "given anew it lasts anew");
        }
        house.clock.advance_hours(2);
        assert!(!allowed(&house).await);
    })
    .await;
}

#[tokio::test]
async fn a_consent_runs_out_when_the_policy_says_so_and_that_is_written_down() {
    TestDb::each(async |db| {
        let line = "    basis: consent\n    uses: [contact.name, contact.email, technical.cookie_id, visit.clicks]\n";
        let house = House::changed(&db, line, &format!("{line}    consent_lasts: 24 months\n")).await;
        let subject = kari(&house).await;
        let reason = async |house: &House| {
            let now = house.clock.time();
            standing::decide(&house.service, subject, "campaigns", now).await.expect("decided").reason
        };
        assert_eq!(id_of(&house, &spoken(subject)).await, "recorded");
        house.clock.advance_days(2 * 365 - 1);
        assert_eq!(reason(&house).await, Reason::Consent);
        house.clock.advance_days(3);
        assert_eq!(reason(&house).await, Reason::ConsentExpired);
        duties::jobs::tick(&house.service, &house.mailbox).await.expect("a round");
        assert_eq!(kinds_of(&house, subject).await.last(), Some(&Kind::ConsentExpired));
        assert_eq!(id_of(&house, &spoken(subject)).await, "recorded");
        assert_eq!(reason(&house).await, Reason::Consent, "asked for anew it holds anew");
    })
    .await;
}

#[tokio::test]
async fn an_older_consent_that_is_entered_late_undoes_nothing() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let ago = |hours| house.clock.time().checked_sub(SignedDuration::from_hours(hours)).ok();
        let paper = |hours| NewConsent { given_at: ago(hours), ..spoken(subject) };
        assert_eq!(id_of(&house, &paper(48)).await, "recorded");
        // on paper too: the later word of two that are entered counts, whichever comes first
        let no = NewConsent { answer: Answer::Withdrawn, witness: None, ..paper(24) };
        assert_eq!(id_of(&house, &no).await, "recorded");
        assert_eq!(id_of(&house, &paper(36)).await, "consent-later-word");
        let now = house.clock.time();
        let decided = standing::decide(&house.service, subject, "campaigns", now).await.expect("decided");
        assert_eq!(decided.reason, Reason::ConsentWithdrawn);
        assert_eq!(id_of(&house, &paper(12)).await, "recorded");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_consented_to_is_not_recorded() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let size = house.size().await;
        let good = spoken(subject);
        let past = house.clock.time().checked_sub(SignedDuration::from_hours(1)).ok();
        let future = house.clock.time().checked_add(SignedDuration::from_hours(1)).ok();
        let cases = [
            (NewConsent { purpose: "dancing".to_owned(), ..good.clone() }, "consent-purpose-unknown"),
            (
                NewConsent { purpose: "deliver-orders".to_owned(), ..good.clone() },
                "consent-purpose-other-basis",
            ),
            (NewConsent { method: ConsentBy::Browsing, ..good.clone() }, "consent-method-browsing"),
            (NewConsent { witness: None, ..good.clone() }, "consent-witness-missing"),
            (NewConsent { witness: Some("  ".to_owned()), ..good.clone() }, "consent-witness-missing"),
            (NewConsent { wording: Some(" ".to_owned()), ..good.clone() }, "consent-wording-missing"),
            (NewConsent { surface: String::new(), ..good.clone() }, "consent-surface-missing"),
            (NewConsent { wording: Some("x".repeat(5000)), ..good.clone() }, "consent-too-long"),
            (NewConsent { given_at: future, ..good.clone() }, "consent-given-later"),
            (NewConsent { expires: past, ..good.clone() }, "consent-expires-past"),
            (NewConsent { subject: Uuid::nil(), ..good.clone() }, "unknown"),
        ];
        for (new, id) in &cases {
            assert_eq!(id_of(&house, new).await, *id, "{new:?}");
        }
        assert_eq!(house.size().await, size, "nothing was recorded");
        let once = Some([7; 32]);
        let first = consent::enter(&house.service, &good, "staff:1", once).await.expect("recorded");
        let again = consent::enter(&house.service, &good, "staff:1", once).await.expect("recorded");
        assert_eq!((first.id, first.index, again.repeated), (again.id, again.index, true));
        // the same key with something else: said, and not taken for done
        let size = house.size().await;
        let other = NewConsent { answer: Answer::Withdrawn, ..good.clone() };
        let reused = consent::enter(&house.service, &other, "staff:1", once).await;
        assert!(matches!(reused, Err(NotRecorded::Reused)), "{reused:?}");
        assert_eq!(house.size().await, size);
    })
    .await;
}
