//! Who was erased, or said no elsewhere, does not come back by an import; who comes back by themselves is welcome.

use duties::accounts::Staff;
use duties::collect;
use duties::consent::{self, Answer, NewConsent, NotRecorded};
use duties::enrol::{self, ConsentLine, Enrolled, Line, NotEnrolled};
use duties::opt_outs::{self, Batch, NotListed, Scope, Taken};
use duties::rights::{self, RequestKind, RequestState};
use duties::{accountability, jobs, restore, standing, suppression};
use jiff::{SignedDuration, Timestamp};
use ledger::Kind;
use testkit::TestDb;
use uuid::Uuid;

use crate::consent::spoken;
use crate::fixture::{House, contact};
use crate::restored::{back_up, elsewhere, erase, ola, put_back};
use crate::rights_kit::{KARI, kari, lead, opened, signed_in};

/// A list as another program writes it.
const LIST: &str = "\u{feff}Email Address;Unsub Time;First Name;Mobile\r\n\
    OLA@firma.example;2025-03-01;Ola;\r\n\
    ;;Per;22 00 00 03\r\n\
    no address;2025-03-01;X;\r\n\
    liv@firma.example;yesterday;Liv;\r\n\
    ;;Nobody;\r\n";

fn line(reference: &str, email: &str) -> Line {
    Line { reference: reference.to_owned(), email: Some(email.to_owned()), ..Line::default() }
}

fn given(at: Timestamp) -> ConsentLine {
    ConsentLine {
        purpose: "campaigns".to_owned(),
        answer: Answer::Given,
        at,
        expires: None,
        wording: None,
        evidence: "form 17".to_owned(),
    }
}

fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

async fn stopped(house: &House, email: &str) -> bool {
    matches!(enrol::enrol(&house.service, &line("again", email)).await, Err(NotEnrolled::Suppressed))
}

async fn take(house: &House, text: &str, purposes: &[&str]) -> (Taken, Vec<NotListed>) {
    let purposes: Vec<String> = purposes.iter().map(|name| (*name).to_owned()).collect();
    let scope = opt_outs::scope(&house.service, &purposes).expect("a scope");
    let zone = policy::clock::zone(&house.service.policy);
    let rows = opt_outs::read(text.as_bytes(), suppression::home(&house.service), zone).expect("a list");
    let (mut batch, mut unread) = (Batch::new(&house.service, &scope), Vec::new());
    for row in rows {
        match row {
            Ok(listed) => batch.add(listed).expect("added"),
            Err(one) => unread.push(one),
        }
    }
    (batch.take().await.expect("taken in"), unread)
}

async fn asked(house: &House, text: &str, purpose: Option<&str>) -> bool {
    let identifier = suppression::identifier(&house.service, None, text).expect("an identifier");
    suppression::is_suppressed(&house.service, &identifier, purpose).await.expect("an answer")
}

async fn allowed(house: &House, subject: Uuid, purpose: &str) -> gate::Decision {
    standing::decide(&house.service, subject, purpose, house.clock.time()).await.expect("decided")
}

#[tokio::test]
async fn cn_18_who_was_erased_is_stopped_by_any_import_until_the_period_is_over() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        erase(&house, subject).await;
        let (size, keys) = (house.size().await, db.keys.rows().await.expect("counted"));
        for spelled in [KARI, "Kari.Nordmann@FIRMA.example", " kari.nordmann@firma.example "] {
            assert!(stopped(&house, spelled).await, "{spelled}");
        }
        let checked = enrol::check(&house.service, &line("7", KARI)).await;
        assert!(matches!(checked, Err(NotEnrolled::Suppressed)), "asking beforehand says so too");
        assert_eq!(
            (house.size().await, db.keys.rows().await.expect("counted")),
            (size, keys),
            "no key was made"
        );
        assert!(asked(&house, KARI, None).await && asked(&house, KARI, Some("campaigns")).await);
        assert!(!stopped(&house, OLA).await, "nobody else is");
        // her telephone number was typed by whoever sent the form and never verified: it may be somebody else's
        assert!(!asked(&house, "+47 22 00 00 01", None).await);

        // the mark leads to nobody: it is no blind index, and no row names her
        let row =
            db::suppressions::find(&house.service.db, "wepack", &hash(&house, KARI)).await.expect("found");
        assert_eq!((row.len(), row[0].source.as_str(), row[0].purpose.as_str()), (1, "erasure", ""));
        let index = house.service.keys.index(vault::IdentifierKind::Email).expect("a key");
        let email = suppression::identifier(&house.service, None, KARI).expect("an address");
        assert_ne!(index.index(&email), row[0].hash);

        house.clock.advance(SignedDuration::from_hours(24 * 366 * 3));
        jobs::tidy(&house.service).await.expect("tidied");
        assert_eq!(suppression::count(&house.service).await.expect("counted"), 0);
        assert!(
            db::suppressions::find(&house.service.db, "wepack", &row[0].hash)
                .await
                .expect("found")
                .is_empty()
        );
        assert!(!stopped(&house, KARI).await, "the period is over");
    })
    .await;
}

const OLA: &str = "ola@firma.example";

fn hash(house: &House, text: &str) -> [u8; 32] {
    let identifier = suppression::identifier(&house.service, None, text).expect("an identifier");
    house.service.keys.suppression().expect("a key").index(&identifier)
}

#[tokio::test]
async fn cn_18_the_answer_names_the_mark_its_ground_and_its_last_day() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let staff = lead(&house).await;
        let id = opened(&house, subject, RequestKind::Erasure).await;
        let plan = rights::plan(&house.service, &staff, id, "en").await.expect("a plan");
        let mark = plan.remains.iter().find(|row| row.what.contains("keyed mark")).expect("it is named");
        assert!(mark.ground.contains("so that no import"), "{}", mark.ground);
        let until = suppression_day(&house);
        assert_eq!(mark.until, Some(until));
    })
    .await;
}

fn suppression_day(house: &House) -> jiff::civil::Date {
    let today = house.clock.time().to_zoned(policy::clock::zone(&house.service.policy)).date();
    today.checked_add(jiff::Span::new().years(3)).expect("a day")
}

#[tokio::test]
async fn who_comes_back_by_themselves_is_not_stopped_and_only_older_consents_are() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        erase(&house, subject).await;
        house.clock.advance(SignedDuration::from_hours(1));
        // a form that anybody can send with her address brings nobody back in the company's files
        house.contact().await;
        house.letters().await;
        assert!(stopped(&house, KARI).await);
        let new = signed_in(&house, KARI).await;
        assert_ne!(new, subject);
        let plain = enrol::enrol(&house.service, &line("1", KARI)).await.expect("she is a customer again");
        assert_eq!(plain, Enrolled::New(new));
        let old = Line { consents: vec![given(time("2024-05-01T10:00:00Z"))], ..line("2", KARI) };
        let Err(NotEnrolled::Refused(why)) = enrol::enrol(&house.service, &old).await else {
            panic!("refused")
        };
        assert!(why.contains("leave this consent out") && !why.contains("kari"), "{why}");
        let since = Line { consents: vec![given(house.clock.time())], ..line("3", KARI) };
        enrol::enrol(&house.service, &since).await.expect("what she said since counts");
        assert!(allowed(&house, new, "campaigns").await.allow);
    })
    .await;
}

#[tokio::test]
async fn a_list_stops_whom_it_names_and_tells_what_it_cannot_read_by_number() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (taken, unread) = take(&house, LIST, &[]).await;
        assert_eq!(taken, Taken { identifiers: 2, changed: 0, here: 0 });
        let told: Vec<String> = unread.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "line 4: it has no address or number that can be read",
                "line 5: the time it was said at is no date or time",
                "line 6: it names nobody"
            ]
        );
        assert!(stopped(&house, OLA).await && asked(&house, "+4722000003", None).await);
        assert!(!asked(&house, "liv@firma.example", None).await);
        let size = house.size().await;
        assert_eq!(take(&house, LIST, &[]).await.0, taken, "again");
        assert_eq!(suppression::count(&house.service).await.expect("counted"), 2, "nothing twice");
        // what is on the ledger says how many, and the hashes to nobody once the day's key is gone
        let entry =
            db::entries::find(&house.service.db, "wepack", size).await.expect("read").expect("an entry");
        assert_eq!((entry.facts.kind, entry.facts.subject), (Kind::Suppressed, None));
        let key = house.service.keys.service_evidence().expect("a key");
        let body = db::entries::body(&house.service.db, "wepack", size).await.expect("read").expect("a body");
        let plain =
            key.entry_key(entry.facts.id).expect("its key").open("wepack", &body.sealed).expect("opens");
        let said: serde_json::Value = serde_json::from_slice(&plain).expect("JSON");
        assert_eq!((said["identifiers"].as_u64(), said["origin"].as_str()), (Some(2), Some("list")));
        let hash = serde_json::to_string(&hash(&house, OLA)).expect("JSON");
        assert!(!String::from_utf8_lossy(&plain).contains(hash.trim_matches(['[', ']'])), "sealed");
    })
    .await;
}

#[tokio::test]
async fn a_list_is_read_as_other_programs_write_it_or_not_at_all() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let plain = "per@firma.example\n\n+47 22 00 00 04\nper@firma.example\n";
        let (taken, unread) = take(&house, plain, &[]).await;
        assert_eq!((taken.identifiers, unread.len()), (2, 0));
        let number = "name,number\nX,1042\nY,customer:1043\n";
        let (taken, unread) = take(&house, number, &[]).await;
        assert_eq!((taken.identifiers, unread[0].line), (1, 2));
        assert!(asked(&house, "customer:1043", None).await);
        assert_eq!(take(&house, "", &[]).await, (Taken::default(), vec![]));
        let broken =
            "email\n\n\"liv\nliv\"@firma.example\nliv2@firma.example\n\"never closed\nliv3@firma.example";
        let (_, unread) = take(&house, broken, &[]).await;
        assert_eq!(unread.iter().map(|one| one.line).collect::<Vec<_>>(), [3, 6]);
        assert!(asked(&house, "liv2@firma.example", None).await);
        let zone = policy::clock::zone(&house.service.policy);
        let none = opt_outs::read("first name,place\nOla,Oslo\n".as_bytes(), None, zone);
        assert!(none.is_err_and(|error| error.line == 1 && !error.to_string().contains("Ola")));
        for name in ["dancing", "deliver-orders"] {
            assert!(opt_outs::scope(&house.service, &[name.to_owned()]).is_err(), "{name}");
        }
        assert_eq!(opt_outs::scope(&house.service, &[]).expect("a scope"), Scope::Everything);
    })
    .await;
}

#[tokio::test]
async fn who_said_no_to_a_purpose_is_here_without_it_whenever_they_come() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let ola = ola(&house).await;
        let yes = Line { consents: vec![given(time("2024-05-01T10:00:00Z"))], ..line("1", OLA) };
        enrol::enrol(&house.service, &yes).await.expect("enrolled");
        assert!(allowed(&house, ola, "campaigns").await.allow && !objects(&house, ola).await);
        let list = format!(
            "email,said_at\n{OLA},2025-03-01T00:00:00Z\nkari.nordmann@firma.example,2025-03-01T00:00:00Z\n"
        );
        let (taken, _) = take(&house, &list, &["campaigns", "claims"]).await;
        assert_eq!(taken, Taken { identifiers: 2, changed: 1, here: 0 });
        assert_eq!(allowed(&house, ola, "campaigns").await.reason, gate::Reason::ConsentWithdrawn);
        assert!(objects(&house, ola).await);
        let size = house.size().await;
        assert_eq!(
            take(&house, &list, &["campaigns", "claims"]).await.0,
            Taken { identifiers: 2, changed: 0, here: 1 }
        );
        assert_eq!(house.size().await, size + 1, "only that the list was taken in again");

        // she comes by a form: welcome, and her no stands from the first moment
        let kari = kari(&house).await;
        assert!(objects(&house, kari).await);
        assert!(!allowed(&house, kari, "campaigns").await.allow);
        let old = Line { consents: vec![given(time("2024-05-01T10:00:00Z"))], ..line("2", KARI) };
        assert!(matches!(enrol::enrol(&house.service, &old).await, Err(NotEnrolled::Refused(_))));
        assert!(!stopped(&house, KARI).await, "she may be brought in for the rest");
        let new = Line { consents: vec![given(time("2025-06-01T10:00:00Z"))], ..line("3", KARI) };
        enrol::enrol(&house.service, &new).await.expect("a later yes");
        assert!(allowed(&house, kari, "campaigns").await.allow);
    })
    .await;
}

/// Whether an objection to the purpose that rests on an interest stands.
async fn objects(house: &House, subject: Uuid) -> bool {
    standing::of(&house.service, subject).await.expect("a standing").objections.contains_key("claims")
}

#[tokio::test]
async fn an_older_list_undoes_nothing_that_was_said_since() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let ola = ola(&house).await;
        let yes = Line { consents: vec![given(time("2025-05-01T10:00:00Z"))], ..line("1", OLA) };
        enrol::enrol(&house.service, &yes).await.expect("enrolled");
        let (taken, _) = take(&house, &format!("email,date\n{OLA},2025-03-01\n"), &["campaigns"]).await;
        assert_eq!(taken, Taken { identifiers: 1, changed: 0, here: 1 });
        assert!(allowed(&house, ola, "campaigns").await.allow);
    })
    .await;
}

#[tokio::test]
async fn we_13_what_was_stopped_since_a_backup_is_stopped_after_its_restore_too() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let kari = kari(&house).await;
        accountability::publish(&house.service).await.expect("published");
        let backup = back_up(&db).await;
        let staff = lead(&house).await;
        erased(&house, &staff, kari).await;
        take(&house, "email\nper@firma.example\n", &[]).await;
        // came and went since the backup: nothing of her but the entry tells
        let ola = ola(&house).await;
        erased(&house, &staff, ola).await;
        accountability::publish(&house.service).await.expect("published");

        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let again = house.restored(&place).await;
        assert_eq!(suppression::count(&again.service).await.expect("counted"), 0);
        restore::replay(&again.service).await.expect("replayed").expect("it was behind");
        assert_eq!(suppression::count(&again.service).await.expect("counted"), 3);
        for address in [KARI, OLA, "per@firma.example"] {
            assert!(stopped(&again, address).await, "{address}");
        }
    })
    .await;
}

/// An erasure by an account that is there.
async fn erased(house: &House, staff: &Staff, subject: Uuid) {
    let id = opened(house, subject, RequestKind::Erasure).await;
    rights::plan(&house.service, staff, id, "en").await.expect("a plan");
    rights::rehearse(&house.service, staff, id, "en").await.expect("rehearsed");
    assert_eq!(rights::run(&house.service, staff, id).await.expect("it runs"), RequestState::Done);
}

/// A list knows of a no that no entry tells of: a program cannot bring in a yes from before it.
#[tokio::test]
async fn cn_18_a_yes_from_before_the_no_of_a_list_is_refused_by_every_way() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        take(&house, &format!("email,said_at\n{KARI},2025-03-01T00:00:00Z\n"), &["campaigns"]).await;
        let subject = kari(&house).await;
        let yes = |at: &str| NewConsent { given_at: Some(time(at)), ..spoken(subject) };
        let old = consent::enter(&house.service, &yes("2024-05-01T10:00:00Z"), "program", None).await;
        assert!(
            matches!(old, Err(NotRecorded::Refused(ref why)) if why.id == "consent-later-word"),
            "{old:?}"
        );
        assert!(!allowed(&house, subject, "campaigns").await.allow);
        let new = consent::enter(&house.service, &yes("2025-06-01T10:00:00Z"), "program", None).await;
        assert!(new.is_ok(), "{new:?}");
        assert!(allowed(&house, subject, "campaigns").await.allow);
    })
    .await;
}

#[tokio::test]
async fn a_number_that_anybody_may_have_typed_objects_to_nothing_in_somebody_else_s_name() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let ola = ola(&house).await;
        take(&house, "phone\n22 00 00 03\n", &["claims"]).await;
        let mut form = contact(&house.service);
        form.fields[1].1 = OLA.to_owned();
        form.fields[2].1 = "22 00 00 03".to_owned();
        collect::submit(&house.service, "contact", form).await.expect("taken over");
        assert!(!objects(&house, ola).await);
    })
    .await;
}

/// A list that is given every night neither lasts for ever nor undoes what was said between two nights.
#[tokio::test]
async fn a_list_that_is_given_again_says_nothing_new() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let ola = ola(&house).await;
        let list = format!("{OLA}\n");
        take(&house, &list, &["campaigns"]).await;
        let row = async || {
            db::suppressions::find(&house.service.db, "wepack", &hash(&house, OLA)).await.expect("found")
        };
        let first = row().await;
        house.clock.advance(SignedDuration::from_hours(24));
        let yes = Line { consents: vec![given(house.clock.time())], ..line("1", OLA) };
        enrol::enrol(&house.service, &yes).await.expect("a yes since");
        house.clock.advance(SignedDuration::from_hours(24));
        take(&house, &list, &["campaigns"]).await;
        assert_eq!(row().await, first, "neither when nor until when");
        assert!(allowed(&house, ola, "campaigns").await.allow);
        // said again with a later date it is a new no
        let date = house.clock.time().to_zoned(policy::clock::zone(&house.service.policy)).date();
        take(&house, &format!("email,date\n{OLA},{date}\n"), &["campaigns"]).await;
        assert!(!allowed(&house, ola, "campaigns").await.allow);
        assert!(row().await[0].until > first[0].until);
    })
    .await;
}
