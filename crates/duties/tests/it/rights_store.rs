//! Access and erasure in the shop's database: row by row, what is kept with ground and date, nothing twice.

use duties::accountability::ViewPurpose;
use duties::answer::{Cell, Held, Outcome, PlaceState, Section};
use duties::rights::{self, Error, NewByStaff, Proven, RequestKind, RequestState, StepState};
use jiff::civil::date;
use policy::map::IdentifierKind;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::rights_kit::{kari, kinds_of, lead, opened, text_in};
use crate::rights_shop::{Fail, Shop};

/// What names Kari in the shop.
const NAMES_KARI: [&str; 7] =
    ["kari", "nordmann", "+4790000001", "storgata", "1980-05-17", "firma as", "argon2id-of-kari"];

async fn rehearsed(house: &House, staff: &duties::accounts::Staff, subject: Uuid) -> Uuid {
    let service = &house.service;
    let id = rights::open(service, subject, RequestKind::Erasure, "", "en").await.expect("opens").request.id;
    rights::plan(service, staff, id, "en").await.expect("a plan");
    let plan = rights::rehearse(service, staff, id, "en").await.expect("rehearsed");
    assert!(plan.rehearsed_at.is_some(), "{:?}", plan.problems);
    id
}

fn names_kari(line: &str) -> bool {
    let line = line.to_lowercase();
    NAMES_KARI.iter().any(|name| line.contains(name))
}

fn section<'a>(held: &'a Held, group: &str, source: &str) -> &'a Section {
    let group = held.groups.iter().find(|one| one.key == group).expect("the group");
    group.sections.iter().find(|one| one.source == source).expect("the section")
}

#[tokio::test]
async fn we_11_the_shops_rows_are_shown_under_their_groups_and_others_data_withheld() {
    Shop::each(async |shop| {
        let db = shop.abide().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let subject = kari(&house).await;
        let held = rights::held(&house.service, subject, "en").await.expect("held");
        assert!(held.places.iter().all(|place| place.state == PlaceState::Read), "{:?}", held.places);
        let customer = section(&held, "contact", "store:shop/customers");
        assert_eq!(customer.rows.len(), 1);
        assert!(
            customer.rows[0].cells.contains(&Cell::Value("Kari.Nordmann@Firma.example".to_owned())),
            "mixed case is found"
        );
        let about = section(&held, "about-you", "store:shop/customers");
        assert!(about.rows[0].cells.contains(&Cell::Value("1980-05-17".to_owned())));
        let account = section(&held, "account", "store:shop/accounts");
        assert!(account.rows[0].cells.contains(&Cell::Value("kari80".to_owned())));
        assert!(
            account.rows[0].cells.contains(&Cell::Secret),
            "the password's hash is said to be there: {account:?}"
        );
        let invoices = section(&held, "invoice", "store:shop/invoices");
        assert_eq!(invoices.rows.len(), 3);
        let everything = format!("{:?}", held.groups);
        for others in [
            "Anne Venn",
            "Vennegata",
            "+4790000009",
            "Ola Hansen",
            "ola@hansen",
            "argon2id",
            "Siv in support",
        ] {
            assert!(!everything.contains(others), "{others} is somebody else's or secret");
        }
        let withheld: Vec<&String> =
            held.groups.iter().flat_map(|g| &g.sections).flat_map(|s| &s.withheld).collect();
        assert!(withheld.iter().any(|note| note.contains("about somebody else")), "{withheld:?}");
        assert!(held.mentions.iter().any(|note| note.contains("points at you")), "{:?}", held.mentions);
    })
    .await;
}

#[tokio::test]
async fn we_13_an_erasure_leaves_only_what_the_books_need_with_ground_and_date() {
    Shop::each(async |shop| {
        let db = shop.abide().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let others_before: Vec<String> = shop
            .dump()
            .await
            .into_iter()
            .filter(|line| line.contains("Ola") || line.contains("Per "))
            .collect();
        let id = rehearsed(&house, &staff, subject).await;
        assert!(shop.dump().await.iter().any(|line| names_kari(line)), "a rehearsal changes nothing");
        assert_eq!(rights::run(&house.service, &staff, id).await.expect("runs"), RequestState::Done);
        let left: Vec<String> = shop.dump().await.into_iter().filter(|line| names_kari(line)).collect();
        let allowed = ["invoices.name = Kari Nordmann", "invoices.address = Storgata 1, 0155 Oslo"];
        assert!(left.iter().all(|line| allowed.contains(&line.as_str())), "{left:#?}");
        assert_eq!(left.len(), 4, "two invoices within their five years, name and address each: {left:?}");
        // row by row
        assert_eq!(shop.one("SELECT CAST(count(*) AS TEXT) FROM customers").await.as_deref(), Some("2"));
        assert_eq!(shop.one("SELECT CAST(count(*) AS TEXT) FROM accounts").await.as_deref(), Some("1"));
        assert_eq!(
            shop.one("SELECT CAST(count(*) AS TEXT) FROM invoices WHERE id = 20").await.as_deref(),
            Some("0")
        );
        assert_eq!(
            shop.one("SELECT CAST(amount_ore AS TEXT) FROM invoices WHERE id = 21").await.as_deref(),
            Some("15000")
        );
        assert_eq!(shop.one("SELECT CAST(referred_by AS TEXT) FROM customers WHERE id = 2").await, None);
        assert_eq!(
            shop.one("SELECT CAST(count(*) AS TEXT) FROM order_lines WHERE order_id = 11").await.as_deref(),
            Some("1")
        );
        assert_eq!(
            shop.one("SELECT text FROM support_notes WHERE id = 31").await.as_deref(),
            Some("Recommended to us by [erased]")
        );
        let after = shop.dump().await;
        for line in others_before.iter().filter(|line| !line.contains("Recommended")) {
            assert!(after.contains(line), "{line} is somebody else's");
        }
        // the person is told: what is kept, on which ground, until when
        let letters = house.letters().await;
        let last = &letters.last().expect("the last letter").text;
        assert!(last.contains("31 December 2031") && last.contains("Bookkeeping"), "{last}");
        assert!(!last.contains('⟦'), "{last}");
        for said in [
            "Invoices: 2 kept",
            "About you they still hold: Issued on, Name on the invoice, Address on the invoice, Amount and VAT",
            "Taken out of them: Sent to",
            "Taken out of them: Delivered on, Delivered to",
        ] {
            assert!(last.contains(said), "{said}: {last}");
        }
        let view = rights::staff_get(&house.service, &staff, id, ViewPurpose::AnswerRequest, "en")
            .await
            .expect("a view");
        assert!(view.steps.iter().all(|step| step.state == StepState::Done), "{:?}", view.steps);
        let kept = view.steps.iter().flat_map(|step| &step.outcomes).find(|row| row.outcome == Outcome::Kept);
        let until = kept.expect("something is kept").until.expect("with an end");
        assert_eq!(until.last, date(2031, 12, 31));
    })
    .await;
}

#[tokio::test]
async fn an_access_answers_row_by_row_from_the_shop_in_norwegian() {
    TestDb::each(async |db| {
        let shop = Shop::sqlite().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let id = rights::open(&house.service, subject, RequestKind::Access, "", "nb")
            .await
            .expect("opens")
            .request
            .id;
        let plan = rights::plan(&house.service, &staff, id, "en").await.expect("a plan");
        assert!(
            plan.rows.iter().any(|row| row.outcome == Outcome::Copied && row.rows == 3),
            "{:?}",
            plan.rows
        );
        assert_eq!(rights::run(&house.service, &staff, id).await.expect("runs"), RequestState::Done);
        let download = rights::answer_for(&house.service, subject, id).await.expect("the answer");
        let json = text_in(&download.bytes, "answer.json");
        let held = rights::held(&house.service, subject, "nb").await.expect("held");
        let texts = texts::texts("nb");
        let sections = || held.groups.iter().flat_map(|group| &group.sections);
        let amount = sections().flat_map(|one| &one.columns).find(|column| column.name == "amount_ore");
        assert_eq!(amount.expect("an amount").shown("15000", texts), "150,00\u{a0}NOK");
        assert!(sections().any(|one| one.title == "Fakturalinjer"), "the table's own title");
        for needed in [
            "kari80",
            "Box 40 x 30",
            "15000",
            "bokføringsloven § 13",
            "art. 6 nr. 1 bokstav b",
            "Brukernavn, passord, unik id",
        ] {
            assert!(json.contains(needed), "{needed}");
        }
        for others in ["Anne Venn", "Vennegata", "argon2id", "⟦"] {
            assert!(!json.contains(others), "{others}");
        }
        let csv = text_in(&download.bytes, "data/invoice/store-shop-invoices.csv");
        assert_eq!(csv.lines().count(), 4, "{csv}");
    })
    .await;
}

#[tokio::test]
async fn a_store_that_is_unreachable_in_the_middle_waits_and_nothing_is_done_twice() {
    Shop::each(async |shop| {
        for failure in [Fail::Erase, Fail::AfterErase, Fail::Verify] {
            shop.execute("DELETE FROM support_notes; DELETE FROM invoice_lines; DELETE FROM invoices; DELETE FROM order_lines; DELETE FROM orders; DELETE FROM accounts; UPDATE customers SET referred_by = NULL; DELETE FROM customers; INSERT INTO customers (id, name, email, country, created_at) VALUES (1, 'Kari Nordmann', 'kari.nordmann@firma.example', 'NO', '2019-01-01 10:00:00'); INSERT INTO orders (id, customer_id, ordered_at, status, ship_name, ship_street, ship_postcode, ship_city) VALUES (11, 1, '2026-05-01 09:00:00', 'delivered', 'Kari Nordmann', 'Storgata 1', '0155', 'Oslo')").await;
            let db = shop.abide().await;
            let mut house = House::new(&db).await;
            shop.open(&mut house);
            let (subject, staff) = (kari(&house).await, lead(&house).await);
            let id = rehearsed(&house, &staff, subject).await;
            shop.connector.fail(&[failure]);
            let state = rights::run(&house.service, &staff, id).await.expect("it says where it stands");
            assert_eq!(state, RequestState::PartlyDone, "{failure:?}");
            let view = rights::staff_get(&house.service, &staff, id, ViewPurpose::AnswerRequest, "en").await.expect("a view");
            let waiting = view.steps.iter().find(|step| step.state == StepState::Retrying).expect("a step waits");
            assert!(waiting.error.as_deref().is_some_and(|why| why.contains("shop")), "{waiting:?}");
            assert!(waiting.next_at > Some(house.clock.time()));
            let theirs = rights::get_for(&house.service, subject, id, "en").await.expect("the person's view");
            assert!(theirs.next.contains("Part of it is done"), "{}", theirs.next);
            assert!(view.row.alerts.iter().any(|alert| alert.contains("Partly done")));
            rights::tick(&house.service).await.expect("too early");
            assert_eq!(rights::row(&house.service, id, "en").await.expect("a row").summary.state, RequestState::PartlyDone);
            house.clock.advance(jiff::SignedDuration::from_secs(11));
            let ticked = rights::tick(&house.service).await.expect("a tick");
            assert_eq!((ticked.verified, ticked.failed), (3, 0), "{failure:?}");
            assert_eq!(rights::row(&house.service, id, "en").await.expect("a row").summary.state, RequestState::Done);
            assert!(!shop.dump().await.iter().any(|line| names_kari(line)));
            let kinds = kinds_of(&house, subject).await;
            for kind in [ledger::Kind::SubjectErased, ledger::Kind::RequestAnswered, ledger::Kind::RequestPartlyDone] {
                assert_eq!(kinds.iter().filter(|one| **one == kind).count(), 1, "{kind}");
            }
            let letters = house.letters().await;
            assert_eq!(letters.iter().filter(|letter| letter.text.contains("looked again")).count(), 1);
        }
    })
    .await;
}

#[tokio::test]
async fn an_access_never_answers_with_a_hole() {
    TestDb::each(async |db| {
        let shop = Shop::sqlite().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        shop.connector.fail(&[Fail::Find]);
        let held = rights::held(&house.service, subject, "en").await.expect("held");
        assert!(held.places.iter().any(|place| place.state == PlaceState::Unreachable) && !held.is_nothing());
        let id = opened(&house, subject, RequestKind::Access).await;
        shop.connector.fail(&[Fail::Find]);
        assert_eq!(rights::run(&house.service, &staff, id).await.expect("says"), RequestState::Running);
        assert!(matches!(rights::answer_for(&house.service, subject, id).await, Err(Error::NoAnswer)));
        // staff press the button again instead of waiting
        assert_eq!(rights::run(&house.service, &staff, id).await.expect("runs"), RequestState::Done);
    })
    .await;
}

#[tokio::test]
async fn a_shared_mailbox_shows_nothing_until_staff_chose() {
    Shop::each(async |shop| {
        shop.execute("INSERT INTO customers (id, name, email, country, created_at) VALUES (4, 'Nils Nordmann', 'kari.nordmann@firma.example', 'NO', '2022-01-01 10:00:00')").await;
        let db = shop.abide().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let service = &house.service;
        let held = rights::held(service, subject, "en").await.expect("held");
        assert!(held.places.iter().any(|place| place.state == PlaceState::NeedsChoice));
        assert!(!format!("{:?}", held.groups).contains("kari80"));
        let id = rights::open(service, subject, RequestKind::Erasure, "", "en").await.expect("opens").request.id;
        assert!(matches!(rights::plan(service, &staff, id, "en").await, Err(Error::NeedsChoice)));
        let view = rights::staff_get(service, &staff, id, ViewPurpose::VerifyIdentity, "en").await.expect("a view");
        assert_eq!(view.candidates.len(), 2);
        let hers: Vec<String> = view.candidates.iter().filter(|one| one.row.contains("Kari")).map(|one| one.key.clone()).collect();
        rights::choose(service, &staff, id, &hers).await.expect("chosen");
        let held = rights::held(service, subject, "en").await.expect("held");
        assert!(format!("{:?}", held.groups).contains("kari80") && !format!("{:?}", held.groups).contains("Nils"));
        rights::plan(service, &staff, id, "en").await.expect("a plan");
        // somebody new turns up before it runs: staff must look again
        shop.execute("INSERT INTO customers (id, name, email, country, created_at) VALUES (5, 'Tuva Nordmann', 'Kari.Nordmann@firma.example', 'NO', '2022-01-01 10:00:00')").await;
        assert!(matches!(rights::plan(service, &staff, id, "en").await, Err(Error::NeedsChoice)));
        rights::choose(service, &staff, id, &hers).await.expect("chosen again");
        rights::plan(service, &staff, id, "en").await.expect("a plan");
        rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
        assert_eq!(rights::run(service, &staff, id).await.expect("runs"), RequestState::Done);
        let left = shop.one("SELECT CAST(count(*) AS TEXT) FROM customers WHERE id IN (4, 5)").await;
        assert_eq!(left.as_deref(), Some("2"), "the others of the mailbox stay");
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_the_rehearsal_must_be_rehearsed_again() {
    TestDb::each(async |db| {
    let shop = Shop::sqlite().await;
    let mut house = House::new(&db).await;
    shop.open(&mut house);
    let (subject, staff) = (kari(&house).await, lead(&house).await);
    let id = rehearsed(&house, &staff, subject).await;
    shop.execute("INSERT INTO support_notes VALUES (32, 1, NULL, '2026-11-02 09:30:00', 'Siv in support', 'Kari called')").await;
    assert!(matches!(rights::run(&house.service, &staff, id).await, Err(Error::NeedsRehearsal)));
    rights::rehearse(&house.service, &staff, id, "en").await.expect("rehearsed");
    assert_eq!(rights::run(&house.service, &staff, id).await.expect("runs"), RequestState::Done);
    assert_eq!(
        shop.one("SELECT CAST(count(*) AS TEXT) FROM support_notes WHERE id = 32").await.as_deref(),
        Some("0")
    );
    })
    .await;
}

#[tokio::test]
async fn two_clicks_at_once_run_it_once() {
    Shop::each(async |shop| {
        let db = shop.abide().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let id = rehearsed(&house, &staff, subject).await;
        let click = || rights::run(&house.service, &staff, id);
        let (one, other) = tokio::join!(click(), click());
        let states = [one.expect("runs"), other.expect("runs or says so")];
        assert!(states.contains(&RequestState::Done), "{states:?}");
        assert_eq!(*shop.connector.erased.lock().expect("a lock"), 1);
        let letters = house.letters().await;
        assert_eq!(letters.iter().filter(|letter| letter.text.contains("looked again")).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn somebody_without_an_address_is_identified_by_a_number_staff_verified() {
    Shop::each(async |shop| {
        let db = shop.abide().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let staff = lead(&house).await;
        let service = &house.service;
        let new = |kind, value: &str| NewByStaff {
            kind,
            identifiers: vec![Proven {
                kind: IdentifierKind::Number,
                of: "customer-number".to_owned(),
                value: value.to_owned(),
            }],
            detail: "By letter".to_owned(),
            lang: "nb".to_owned(),
        };
        let opened =
            rights::open_by_staff(service, &staff, new(RequestKind::Erasure, "3")).await.expect("opens");
        let again =
            rights::open_by_staff(service, &staff, new(RequestKind::Erasure, " 3 ")).await.expect("opens");
        assert!(again.already && again.request.id == opened.request.id);
        assert!(rights::open_by_staff(service, &staff, new(RequestKind::Access, "  ")).await.is_err());
        let id = opened.request.id;
        rights::plan(service, &staff, id, "en").await.expect("a plan");
        rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
        assert_eq!(rights::run(service, &staff, id).await.expect("runs"), RequestState::Done);
        assert!(!shop.dump().await.iter().any(|line| line.contains("Olsen")));
        assert!(house.letters().await.is_empty(), "there is no address to write to");
    })
    .await;
}
