//! What staff decide and who is told: more time, the end of a restriction, an objection, recipients, what is withheld.

use duties::accountability::ViewPurpose;
use duties::accounts::Staff;
use duties::rights::{
    self, Error, Ground, Lifting, Means, Rehearsal, RequestKind, RequestState, RequestView,
};
use duties::standing;
use gate::Reason;
use jiff::Timestamp;
use ledger::Kind;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::rights_kit::{kari, kinds_of, lead, text_in};
use crate::rights_shop::Shop;

async fn asks(house: &House, subject: Uuid, kind: RequestKind) -> Uuid {
    rights::open(&house.service, subject, kind, "Please", "en").await.expect("opens").request.id
}

async fn view(house: &House, staff: &Staff, id: Uuid) -> RequestView {
    rights::staff_get(&house.service, staff, id, ViewPurpose::AnswerRequest, "en").await.expect("a view")
}

/// The letter that says this; letters of one moment have no order.
async fn with(house: &House, words: &str) -> duties::mail::Mail {
    let letters = house.letters().await;
    letters.into_iter().find(|letter| letter.text.contains(words)).expect("a letter that says it")
}

/// The ledger says that a recipient got data of the subject.
async fn disclosed(house: &House, subject: Uuid, recipient: &str) {
    let service = &house.service;
    let mut facts = duties::entries::facts(service, Kind::Disclosed, Some(subject), "abide");
    facts.recipient = Some(recipient.to_owned());
    facts.purpose = Some("deliver-orders".to_owned());
    facts.categories = vec!["contact.name".to_owned(), "contact.street".to_owned()];
    let evidence = service.keys.evidence(subject).await.expect("a key");
    let entry = duties::entries::entry(service, &evidence, facts, None).expect("an entry");
    service.submit(service.unit().entry(entry)).await.expect("written");
}

#[tokio::test]
async fn more_time_is_taken_once_within_the_first_month_and_told_with_reasons() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let id = asks(&house, subject, RequestKind::Access).await;
        assert_eq!(
            view(&house, &staff, id).await.extension,
            Some("2027-02-02T22:59:59.999999Z".parse::<Timestamp>().expect("a time"))
        );
        let empty = rights::extend(&house.service, &staff, id, " ").await;
        assert!(matches!(empty, Err(Error::Text { .. })), "reasons are owed");
        rights::extend(&house.service, &staff, id, "Six archives must be searched.").await.expect("extended");
        assert!(kinds_of(&house, subject).await.contains(&Kind::RequestExtended));
        let letter = with(&house, "2 February 2027").await;
        for said in ["2 February 2027", "Six archives", "Datatilsynet", "Art. 12(3)"] {
            assert!(letter.text.contains(said), "{said}: {}", letter.text);
        }
        let request = rights::get_for(&house.service, subject, id, "en").await.expect("the request");
        assert_eq!(request.summary.answer.due.to_string(), "2027-02-02T22:59:59.999999Z");
        assert_eq!(request.messages[0].text, "Six archives must be searched.");
        assert_eq!(view(&house, &staff, id).await.extension, None);
        let twice = rights::extend(&house.service, &staff, id, "Once more").await;
        assert!(matches!(twice, Err(Error::Extension)), "{twice:?}");

        let late = asks(&house, subject, RequestKind::Question).await;
        house.clock.set("2026-12-03T00:00:00Z".parse().expect("the first month is over"));
        let refused = rights::extend(&house.service, &staff, late, "Sorry").await;
        assert!(matches!(refused, Err(Error::Extension)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_restriction_ends_only_after_its_person_was_told() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let id = asks(&house, subject, RequestKind::Restriction).await;
        let reason = async |at| {
            standing::decide(&house.service, subject, "answer-enquiries", at).await.expect("decided").reason
        };
        assert_eq!(reason(house.clock.time()).await, Reason::Restricted);
        rights::close(&house.service, &staff, id, "Done").await.expect("answered");
        assert_eq!(view(&house, &staff, id).await.lifting, Some(Lifting::Untold));
        assert!(matches!(rights::lift(&house.service, &staff, id).await, Err(Error::ToldFirst)));
        rights::announce(&house.service, &staff, id, "The address was right.").await.expect("told");
        let letter = with(&house, "9 November 2026").await;
        for said in ["9 November 2026", "The address was right.", "Art. 18(3)"] {
            assert!(letter.text.contains(said), "{said}: {}", letter.text);
        }
        assert!(
            matches!(rights::lift(&house.service, &staff, id).await, Err(Error::ToldFirst)),
            "a week first"
        );
        assert_eq!(reason(house.clock.time()).await, Reason::Restricted);
        house.clock.advance_hours(24 * 7);
        rights::lift(&house.service, &staff, id).await.expect("ended");
        assert_eq!(kinds_of(&house, subject).await.last(), Some(&Kind::RestrictionLifted));
        assert_eq!(reason(house.clock.time()).await, Reason::LegitimateInterest);
        assert!(matches!(rights::lift(&house.service, &staff, id).await, Err(Error::WrongState { .. })));
    })
    .await;
}

#[tokio::test]
async fn an_objection_is_decided_purpose_by_purpose_and_against_marketing_never() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let id = asks(&house, subject, RequestKind::Objection).await;
        let marketing = rights::decide(&house.service, &staff, id, &["campaigns".to_owned()], "No").await;
        assert!(matches!(marketing, Err(Error::Objection)), "{marketing:?}");
        let named = view(&house, &staff, id).await.objected;
        assert!(named.iter().any(|(name, _)| name == "answer-enquiries"), "{named:?}");
        let ours = ["answer-enquiries".to_owned()];
        rights::decide(&house.service, &staff, id, &ours, "A claim is open.").await.expect("decided");
        let kinds = kinds_of(&house, subject).await;
        assert!(
            kinds.contains(&Kind::ObjectionOverridden) && kinds.contains(&Kind::RequestClosed),
            "{kinds:?}"
        );
        let now = house.clock.time();
        let decided =
            standing::decide(&house.service, subject, "answer-enquiries", now).await.expect("decided");
        assert_eq!(decided.reason, Reason::LegitimateInterest);
        let letter = with(&house, "weigh more").await;
        for said in ["weigh more", "A claim is open.", "Datatilsynet"] {
            assert!(letter.text.contains(said), "{said}: {}", letter.text);
        }
        let second = asks(&house, subject, RequestKind::Objection).await;
        rights::decide(&house.service, &staff, second, &[], "You are right.").await.expect("decided");
        let letter = with(&house, "Your objection stands").await;
        assert!(letter.text.contains("Your objection stands"), "{}", letter.text);
    })
    .await;
}

#[tokio::test]
async fn wx_13_actual_recipients_are_named_and_staff_are_asked_to_tell_them() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let service = &house.service;
        disclosed(&house, subject, "postnord").await;
        let held = rights::held(service, subject, "en").await.expect("held");
        assert_eq!(held.disclosures[0].recipient, "PostNord");
        let explained = duties::answer::explain(&service.policy, &held);
        let row = explained.recipients.iter().find(|row| row.name == "PostNord").expect("the carrier");
        assert_eq!(row.received, 1, "by the log, not by the declaration alone");
        let id =
            rights::open(service, subject, RequestKind::Erasure, "", "en").await.expect("opens").request.id;
        let plan = rights::plan(service, &staff, id, "en").await.expect("a plan");
        assert!(
            plan.problems.iter().any(|one| one.contains("PostNord") && one.contains("Art. 19")),
            "{:?}",
            plan.problems
        );
    })
    .await;
}

#[tokio::test]
async fn an_erasure_stays_open_until_each_recipient_was_told() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        for recipient in ["postnord", "dhl"] {
            disclosed(&house, subject, recipient).await;
        }
        let service = &house.service;
        let id = asks(&house, subject, RequestKind::Erasure).await;
        rights::plan(service, &staff, id, "en").await.expect("a plan");
        rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
        let state = rights::run(service, &staff, id).await.expect("runs");
        assert_eq!(state, RequestState::PartlyDone, "not done while two know nothing of it");
        let letter = with(&house, "We also tell those who got your data").await;
        assert!(
            letter.text.contains("We also tell those who got your data") && letter.text.contains("PostNord")
        );
        let row = rights::row(service, id, "en").await.expect("a row");
        assert!(
            row.by_hand == 2 && row.alerts.iter().any(|one| one.contains("2 recipients")),
            "{:?}",
            row.alerts
        );
        // a tick of the server changes nothing about what people must do
        rights::tick(service).await.expect("a round");
        let open: Vec<_> =
            view(&house, &staff, id).await.steps.into_iter().filter(|step| step.by_hand).collect();
        assert!(open.iter().all(|step| step.next_at == Some(row.summary.answer.due)), "{open:?}");
        let at = |nth: usize| open[nth].position - 1;
        let day = "2026-11-02".parse().expect("a day");
        let early =
            rights::told(service, &staff, id, at(0), ("2026-11-03".parse().expect("a day"), Means::Email));
        assert!(matches!(early.await, Err(Error::Day)));
        rights::told(service, &staff, id, at(0), (day, Means::Email)).await.expect("noted");
        let twice = rights::told(service, &staff, id, at(0), (day, Means::Email)).await;
        assert!(matches!(twice, Err(Error::NotFound)), "{twice:?}");
        assert!(rights::row(service, id, "en").await.expect("a row").summary.closed_at.is_none());
        rights::told(service, &staff, id, at(1), (day, Means::NotPossible)).await.expect("noted");
        let row = rights::row(service, id, "en").await.expect("a row");
        assert_eq!((row.summary.state, row.summary.closed_at.is_some()), (RequestState::Done, true));
        let kinds = kinds_of(&house, subject).await;
        assert_eq!(kinds.iter().filter(|kind| **kind == Kind::RecipientsTold).count(), 2);
        assert_eq!(kinds.last(), Some(&Kind::RequestClosed));
        let said = view(&house, &staff, id)
            .await
            .steps
            .iter()
            .map(|step| step.state_title.clone())
            .collect::<Vec<_>>();
        assert!(said.iter().any(|one| one.contains("told on 2 November 2026, by e-mail")), "{said:?}");
    })
    .await;
}

#[tokio::test]
async fn a_correction_is_answered_and_closed_once_its_recipients_know() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        disclosed(&house, subject, "postnord").await;
        let service = &house.service;
        let id = asks(&house, subject, RequestKind::Rectification).await;
        rights::close(service, &staff, id, "Corrected.").await.expect("answered");
        let person = rights::get_for(service, subject, id, "en").await.expect("the request");
        assert_eq!(person.summary.state, RequestState::PartlyDone);
        assert!(person.next.contains("are told as well") && !person.next.contains('⟦'), "{}", person.next);
        rights::told(service, &staff, id, 0, ("2026-11-02".parse().expect("a day"), Means::Letter))
            .await
            .expect("noted");
        let row = rights::row(service, id, "en").await.expect("a row");
        assert_eq!((row.summary.state, row.summary.closed_at.is_some()), (RequestState::Answered, true));
    })
    .await;
}

#[tokio::test]
async fn what_others_wrote_is_read_first_and_withheld_on_a_ground() {
    let (db, shop) = (TestDb::sqlite().await, Shop::sqlite().await);
    let mut house = House::new(&db).await;
    shop.open(&mut house);
    let (subject, staff) = (kari(&house).await, lead(&house).await);
    let service = &house.service;
    let id = asks(&house, subject, RequestKind::Access).await;
    assert!(view(&house, &staff, id).await.written.is_empty(), "nothing is read before a plan");
    rights::plan(service, &staff, id, "en").await.expect("a plan");
    let written = view(&house, &staff, id).await.written;
    let note = written
        .iter()
        .find(|one| one.text.as_deref().is_some_and(|text| text.contains("when the boxes come back")))
        .expect("the note is shown to be read");
    assert!(note.withheld.is_none() && note.place.contains("Support notes"), "{note:?}");
    rights::withhold(service, &staff, id, std::slice::from_ref(&note.key), Ground::OthersRights)
        .await
        .expect("withheld");
    let marked = view(&house, &staff, id).await.written;
    assert_eq!(marked.iter().filter(|one| one.withheld.is_some()).count(), 1);
    rights::run(service, &staff, id).await.expect("runs");
    let answer =
        rights::staff_answer(service, &staff, id, ViewPurpose::AnswerRequest).await.expect("the answer");
    let json = text_in(&answer.bytes, "answer.json");
    assert!(!json.contains("when the boxes come back"), "the note is not handed out");
    assert!(json.contains("Ring the bell at Kari"), "the rest is");
    assert!(json.contains("we withhold 1 entry") && json.contains("Art. 15(4)"), "and it is said");
    let late = rights::withhold(service, &staff, id, &[], Ground::OthersRights).await;
    assert!(matches!(late, Err(Error::WrongState { .. })), "{late:?}");
}

#[tokio::test]
async fn the_browser_of_an_erased_person_is_told_what_happened() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let cookie = house.person(crate::rights_kit::KARI).await;
        let other = house.person("ola@firma.example").await;
        let service = &house.service;
        let erased =
            async |cookie: &str| duties::identity::was_erased(service, cookie).await.expect("a look");
        assert!(!erased(&cookie).await);
        let id = asks(&house, subject, RequestKind::Erasure).await;
        rights::plan(service, &staff, id, "en").await.expect("a plan");
        rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
        assert_eq!(rights::run(service, &staff, id).await.expect("runs"), RequestState::Done);
        assert!(duties::identity::person(service, &cookie).await.expect("a look").is_none());
        assert!(erased(&cookie).await && !erased(&other).await && !erased("made-up").await);
        let dump = db.dump().await;
        let marks: Vec<_> =
            dump["token"].iter().filter(|row| format!("{row:?}").contains("erased-session")).collect();
        assert!(!marks.is_empty());
        let id = subject.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert!(
            marks.iter().all(|row| !format!("{row:?}").to_lowercase().contains(&id)),
            "it leads to nobody"
        );
        house.clock.advance_hours(3);
        assert!(!erased(&cookie).await, "no longer than the session would have lasted");
    })
    .await;
}

#[tokio::test]
async fn a_rehearsal_is_work_of_its_own_and_says_what_came_of_it() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let service = &house.service;
        let id = asks(&house, subject, RequestKind::Erasure).await;
        let early = rights::ask_rehearsal(service, &staff, id, "en").await;
        assert!(matches!(early, Err(Error::WrongState { .. })), "{early:?}");
        rights::plan(service, &staff, id, "en").await.expect("a plan");
        let stands = async |job| rights::rehearsal(service, job, "en").await.expect("a look");

        let job = rights::ask_rehearsal(service, &staff, id, "en").await.expect("asked");
        assert!(matches!(stands(job).await, Rehearsal::Running { .. }));
        rights::carry_out(service, job).await.expect("done");
        assert_eq!(stands(job).await, Rehearsal::Done);
        let plan = view(&house, &staff, id).await.plan.expect("a plan");
        assert!(plan.rehearsed_at.is_some());

        // the process ends in the middle: another one takes it up, once it has been silent for long enough
        let job = rights::ask_rehearsal(service, &staff, id, "en").await.expect("asked");
        let row = db::jobs::find(&service.db, "wepack", job).await.expect("a look").expect("the job");
        let until = house.clock.time() + jiff::SignedDuration::from_mins(10);
        let lease = db::jobs::lease("wepack", &row, "a process that ended", until, house.clock.time());
        service.submit(service.unit().write(lease)).await.expect("leased");
        rights::tick(service).await.expect("a round");
        assert!(matches!(stands(job).await, Rehearsal::Running { .. }));
        house.clock.advance_hours(1);
        rights::tick(service).await.expect("a round");
        assert_eq!(stands(job).await, Rehearsal::Done);

        // what cannot be done says why, and is not tried for ever
        let job = rights::ask_rehearsal(service, &staff, id, "en").await.expect("asked");
        rights::withdraw_for(service, subject, id).await.expect("taken back");
        assert!(rights::carry_out(service, job).await.is_err());
        let Rehearsal::Failed(why) = stands(job).await else { panic!("it failed") };
        assert!(why.contains("the request has moved on"), "{why}");
        assert!(matches!(rights::rehearsal(service, id, "en").await, Err(Error::NotFound)));
    })
    .await;
}
