//! Forms: what is asked, accepted, refused and stored.

use db::{entries, records};
use duties::Service;
use duties::collect::{self, NotCollected, Refused, Submission};
use duties::receipts::{self, Reader};
use ledger::Kind;
use testkit::{Faults, TestDb};

use crate::fixture::{House, contact, order, token_in};

async fn refused(service: &Service, form: &str, submission: Submission) -> Refused {
    match collect::submit(service, form, submission).await {
        Err(NotCollected::Refused(refused)) => *refused,
        other => panic!("it should have been refused: {other:?}"),
    }
}

async fn kinds(service: &Service) -> Vec<Kind> {
    let all = entries::list(&service.db, "wepack", 0, 1_000).await.expect("entries");
    all.into_iter().map(|entry| entry.facts.kind).filter(|kind| *kind != Kind::PolicyPublished).collect()
}

#[tokio::test]
async fn pc_06_no_box_is_ticked_and_no_consent_is_needed() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let view = collect::view(&house.service, "order", "nb").expect("the form");
        assert_eq!(view.boxes.len(), 2);
        assert!(view.boxes.iter().all(|one| !one.ticked));
        assert_eq!(
            view.boxes.iter().map(|one| (one.required, one.consent)).collect::<Vec<_>>(),
            [(true, false), (false, true)]
        );
        assert_eq!(view.title, "Legg inn en bestilling");
        assert!(!view.kept.is_empty() && !view.purpose.is_empty() && !view.basis.contains('⟦'));
        assert!(view.recipients.iter().any(|name| name.contains("Bring")), "{:?}", view.recipients);
    })
    .await;
}

#[tokio::test]
async fn a_submission_is_one_sealed_record_with_its_entries_and_letter() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let collected = house.contact().await;
        assert_eq!(kinds(&house.service).await, [Kind::Accepted, Kind::RecordCollected]);
        let rows = records::list(&house.service.db, "wepack", collected.subject).await.expect("records");
        let [row] = rows.as_slice() else { panic!("one record") };
        assert_eq!((row.id, row.form.as_str(), row.lang.as_str()), (collected.record, "contact", "en"));
        assert_eq!(row.policy, house.service.policy.hash);
        assert!(!row.sealed.windows(8).any(|part| part == b"Nordmann"), "the record is sealed");
        let key = house.service.keys.data(collected.subject).await.expect("the key");
        let values = collect::open(&house.service, &key, row).expect("it opens");
        assert_eq!(values["correspondence.message"], "When are the boxes back?\nThank you.");
        assert!(!values.contains_key("contact.company"), "an empty field is not stored");
        let entry = row.entry.and_then(db::EntryRef::index).expect("the record names its entry");
        let facts = entries::get(&house.service.db, "wepack", entry).await.expect("the entry").facts;
        assert_eq!((facts.id, facts.purpose.as_deref()), (collected.receipt, Some("answer-enquiries")));
        assert_eq!(
            facts.categories,
            ["contact.name", "contact.email", "contact.phone", "correspondence.message"]
        );
    })
    .await;
}

#[tokio::test]
async fn we_17_an_order_without_the_acceptance_is_not_recorded_and_keeps_what_was_typed() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let before = house.size().await;
        let refused = refused(&house.service, "order", order(&house.service, &["consent:campaigns"])).await;
        assert_eq!(refused.problems.len(), 1);
        assert_eq!(
            (refused.problems[0].field.as_str(), refused.problems[0].message.as_str()),
            ("accept", "Kryss av her. Uten det kan vi ikke ta imot skjemaet.")
        );
        let street =
            refused.view.fields.iter().find(|field| field.name == "contact.street").expect("the field");
        assert_eq!(street.value, "Storgata 1");
        let ticked: Vec<bool> = refused.view.boxes.iter().map(|one| one.ticked).collect();
        assert_eq!(
            ticked,
            [false, true],
            "the consent ticked a moment ago stays, the acceptance is not ticked for them"
        );
        assert_eq!((house.size().await, house.subjects().await), (before, 0));
        assert!(house.letters().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn pc_05_a_field_the_form_does_not_ask_is_named_and_refused() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let mut form = contact(&house.service);
        form.fields.push(("contact.religion".to_owned(), "none of your business".to_owned()));
        let refused = refused(&house.service, "contact", form).await;
        assert!(refused.view.problems[0].contains("“contact.religion”"), "{:?}", refused.view.problems);
        assert!(!refused.view.problems[0].contains("none of your business"));
        assert_eq!(house.subjects().await, 0);
    })
    .await;
}

#[tokio::test]
async fn every_problem_is_told_at_once_and_in_the_persons_language() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let mut form = order(&house.service, &["accept"]);
        form.fields.retain(|(name, _)| name != "contact.name");
        let set = |form: &mut Submission, name: &str, value: &str| {
            form.fields
                .iter_mut()
                .filter(|(field, _)| field == name)
                .for_each(|(_, typed)| value.clone_into(typed));
        };
        set(&mut form, "contact.email", "kari at firma");
        set(&mut form, "contact.mobile", "nummer");
        set(&mut form, "contact.place", &"x".repeat(121));
        set(&mut form, "contact.street", "a\nb");
        form.fields.push(("order.product".to_owned(), "another".to_owned()));
        let refused = refused(&house.service, "order", form).await;
        let fields: Vec<&str> = refused.problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "contact.name",
                "contact.email",
                "contact.mobile",
                "contact.street",
                "contact.place",
                "order.product"
            ]
        );
        assert!(
            refused
                .problems
                .iter()
                .all(|problem| !problem.message.contains('⟦') && problem.message.contains('«')),
            "{:?}",
            refused.problems
        );
        assert!(refused.problems[4].message.contains("121"));
    })
    .await;
}

#[tokio::test]
async fn a_token_that_is_missing_damaged_of_another_form_or_a_day_old_is_refused_kindly() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let other = collect::view(&house.service, "order", "en").expect("the form").token;
        let good = contact(&house.service);
        let mut damaged: Vec<char> = good.token.clone().expect("a token").chars().collect();
        damaged[40] = if damaged[40] == 'A' { 'B' } else { 'A' };
        let damaged: String = damaged.into_iter().collect();
        let tokens = [
            (None, "without its safety mark"),
            (Some(damaged), "damaged"),
            (Some(other), "damaged"),
            (Some("%%".to_owned()), "damaged"),
        ];
        for (token, says) in tokens {
            let refused = refused(&house.service, "contact", Submission { token, ..good.clone() }).await;
            assert!(refused.view.problems[0].contains(says), "{:?}", refused.view.problems);
            assert_eq!(refused.view.fields[0].value, "Kari Nordmann");
            let again = Submission { token: Some(refused.view.token), ..good.clone() };
            assert!(!again.token.as_deref().unwrap_or_default().is_empty());
        }
        house.clock.advance_hours(25);
        let refused = refused(&house.service, "contact", good.clone()).await;
        assert!(refused.view.problems[0].contains("very long"));
        let again = Submission { token: Some(refused.view.token), ..good };
        assert!(
            collect::submit(&house.service, "contact", again).await.is_ok(),
            "the fresh token of the refusal works"
        );
    })
    .await;
}

#[tokio::test]
async fn a_second_click_and_a_replay_store_once_and_show_the_same_receipt() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let form = contact(&house.service);
        let send = || collect::submit(&house.service, "contact", form.clone());
        let (first, second) = tokio::join!(send(), send());
        let (first, second) = (first.expect("stored"), second.expect("the same"));
        assert_ne!(first.repeated, second.repeated);
        let third = send().await.expect("the same");
        assert!(third.repeated);
        assert_eq!(
            (first.receipt, first.record, first.subject),
            (third.receipt, third.record, third.subject)
        );
        assert_eq!((second.receipt, second.subject), (third.receipt, third.subject));
        assert_eq!(
            records::list(&house.service.db, "wepack", first.subject).await.expect("records").len(),
            1
        );
        assert_eq!((house.subjects().await, house.letters().await.len()), (1, 1));
        for token in [&first.view_token, &second.view_token, &third.view_token] {
            assert!(receipts::get(&house.service, first.receipt, Reader::Token(token)).await.is_ok());
        }
        let mut edited = form;
        edited.fields[3].1 = "Something else".to_owned();
        let edited = collect::submit(&house.service, "contact", edited).await.expect("stored");
        assert!(!edited.repeated && edited.record != first.record && edited.subject == first.subject);
    })
    .await;
}

#[tokio::test]
async fn we_19_a_ticked_consent_is_given_and_an_unticked_one_is_not_a_refusal() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        collect::submit(&house.service, "order", order(&house.service, &["accept"])).await.expect("stored");
        assert_eq!(kinds(&house.service).await, [Kind::Accepted, Kind::ConsentAsked, Kind::RecordCollected]);
        collect::submit(&house.service, "order", order(&house.service, &["accept", "consent:campaigns"]))
            .await
            .expect("stored");
        // the address is not verified: the tick waits, and the entry says so in its words
        assert_eq!(
            kinds(&house.service).await[3..],
            [Kind::Accepted, Kind::ConsentAsked, Kind::RecordCollected]
        );
        house.letters().await;
        let kari = crate::rights_kit::signed_in(&house, "kari.nordmann@firma.example").await;
        duties::standing::settle(&house.service, kari, "campaigns", true).await.expect("she agrees");
        let given = entries::list(&house.service.db, "wepack", 0, 100).await.expect("entries");
        let given =
            given.into_iter().find(|entry| entry.facts.kind == Kind::ConsentGiven).expect("the consent");
        assert_eq!(given.facts.purpose.as_deref(), Some("campaigns"));
    })
    .await;
}

#[tokio::test]
async fn one_address_is_one_subject_and_a_shared_telephone_joins_nobody() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let kari = house.contact().await;
        let mut ola = contact(&house.service);
        ola.fields[1].1 = "ola@firma.example".to_owned();
        let ola = collect::submit(&house.service, "contact", ola).await.expect("stored");
        assert_ne!(kari.subject, ola.subject, "the same telephone, another address");
        let mut again = contact(&house.service);
        again.fields[1].1 = "KARI.nordmann@FIRMA.example".to_owned();
        let again = collect::submit(&house.service, "contact", again).await.expect("stored");
        assert_eq!(kari.subject, again.subject);
        let many = (0..8).map(|nth| {
            let mut form = contact(&house.service);
            form.fields[1].1 = "new@firma.example".to_owned();
            form.fields[3].1 = format!("Message {nth}");
            collect::submit(&house.service, "contact", form)
        });
        for one in futures_of(many).await {
            one.expect("stored");
        }
        assert_eq!(house.subjects().await, 3, "eight forms at once with a new address make one subject");
    })
    .await;
}

/// Runs all of them at the same time on this task.
async fn futures_of<T>(futures: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut futures: Vec<_> = futures.map(Box::pin).collect();
    let mut done: Vec<Option<T>> = futures.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (future, done) in futures.iter_mut().zip(&mut done).filter(|(_, done)| done.is_none()) {
            if let std::task::Poll::Ready(value) = future.as_mut().poll(context) {
                *done = Some(value);
            }
        }
        if done.iter().all(Option::is_some) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done.into_iter().flatten().collect()
}

#[tokio::test]
async fn the_letter_brings_the_receipt_and_says_why_it_came() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        collect::submit(&house.service, "order", order(&house.service, &["accept"])).await.expect("stored");
        let letters = house.letters().await;
        let [letter] = letters.as_slice() else { panic!("one letter") };
        assert_eq!(
            (letter.to.as_str(), letter.subject.as_str()),
            ("kari.nordmann@firma.example", "Kvitteringen din: Legg inn en bestilling")
        );
        assert!(letter.text.starts_with("Fra WEPACK\nDu får denne e-posten fordi"), "{}", letter.text);
        let (_, rest) = letter.text.split_once("/receipts/").expect("the link");
        let id = rest[..36].parse().expect("an id");
        let token = token_in(&letter.text, "?view=");
        assert!(receipts::get(&house.service, id, Reader::Token(&token)).await.is_ok());
        assert!(letter.html.contains(&format!("/receipts/{id}?view={token}")));
        assert!(!letter.text.contains('⟦') && !letter.html.contains('⟦') && !letter.html.contains("<img"));
    })
    .await;
}

/// Fails the write path at every place in turn: what was acknowledged is there, what was not is there
/// whole or not at all, and sending the same form again makes it exactly one.
#[tokio::test]
async fn acknowledged_is_durable_and_everything_else_is_whole_or_nothing() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        for (nth, (stage, when)) in Faults::places().enumerate() {
            let faults = std::sync::Arc::new(Faults::new());
            let faulty = house.again(&db, db.faulty(faults.clone()).await, 100 + nth as u64).await;
            let mut form = contact(&faulty);
            form.fields[1].1 = format!("person{nth}@firma.example");
            faults.fail(stage, when);
            let before = (house.size().await, house.subjects().await);
            let outcome = collect::submit(&faulty, "contact", form.clone()).await;
            assert!(faults.is_spent(), "{stage:?} {when:?} was reached");
            let after = (house.size().await, house.subjects().await);
            let (nothing, whole) = (after == before, after == (before.0 + 2, before.1 + 1));
            assert!(nothing || whole, "{stage:?} {when:?}: {before:?} became {after:?}");
            assert!(whole || outcome.is_err(), "{stage:?} {when:?}: acknowledged and lost");
            let again = collect::submit(&faulty, "contact", form).await.expect("the second time it works");
            assert_eq!(again.repeated, whole, "{stage:?} {when:?}");
            assert_eq!((house.size().await, house.subjects().await), (before.0 + 2, before.1 + 1));
            faulty.db.close().await;
        }
    })
    .await;
}

#[tokio::test]
async fn too_many_forms_from_one_address_are_slowed_down() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let mut last = None;
        for nth in 0..21 {
            let mut form = contact(&house.service);
            form.fields[3].1 = format!("Message {nth}");
            last = Some(collect::submit(&house.service, "contact", form).await);
        }
        assert!(matches!(last, Some(Err(NotCollected::TooMany))));
        house.clock.advance_hours(2);
        assert!(collect::submit(&house.service, "contact", contact(&house.service)).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn what_comes_while_a_person_is_erased_is_a_new_persons() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let before = house.contact().await;
        let erase = ::db::subjects::erase("wepack", before.subject, house.clock.time());
        house.service.submit(house.service.unit().write(erase)).await.expect("marked");
        let hold = ::db::subjects::hold("wepack", before.subject);
        let refused = house.service.submit(house.service.unit().write(hold)).await;
        assert!(
            matches!(refused, Err(duties::Error::Db(error)) if error.is_conflict()),
            "nothing is written for them"
        );
        let after = house.contact_again().await;
        assert_ne!(after.subject, before.subject);
        let cookie = house.person("kari.nordmann@firma.example").await;
        let person =
            duties::identity::person(&house.service, &cookie).await.expect("an answer").expect("signed in");
        assert_eq!(person.subject, after.subject);
    })
    .await;
}
