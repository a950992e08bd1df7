//! People who were there before: brought in once, with what is known of them, and nothing more than that.

use std::io::Cursor;

use duties::consent::Answer;
use duties::enrol::{self, Enrolled, Format, Line, NotEnrolled};
use duties::evidence::Evidence;
use duties::{standing, subjects};
use ledger::Kind;
use testkit::TestDb;
use vault::IdentifierKind;

use crate::fixture::House;

const LINES: &str = r#"
{"reference": "1", "email": "Kari@firma.example", "verified": true, "lang": "nb", "consents": [{"purpose": "campaigns", "answer": "given", "at": "2024-05-01T10:00:00Z", "wording": "Yes, write to me", "evidence": "form 17, box 3"}]}
{"reference": "2", "phone": "+47 900 00 002", "number": "customer:1042"}

{"reference": "3", "email": "ola@firma.example", "consents": [{"purpose": "campaigns", "answer": "refused", "at": "2024-05-01T10:00:00Z", "evidence": "letter of 1 May"}]}
"#;

fn lines(format: Format, text: &str) -> Vec<Result<(u64, Line), enrol::NotRead>> {
    enrol::read(format, Cursor::new(text.as_bytes().to_vec())).collect()
}

async fn why(house: &House, line: &Line) -> String {
    match enrol::enrol(&house.service, line).await {
        Err(NotEnrolled::Refused(why)) => why,
        other => panic!("{line:?}: {other:?}"),
    }
}

#[tokio::test]
async fn a_file_is_carried_out_once_however_often_it_is_given() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let read: Vec<Line> =
            lines(Format::JsonLines, LINES).into_iter().map(|line| line.expect("a line").1).collect();
        assert_eq!(read.len(), 3);
        let mut new = Vec::new();
        for line in &read {
            match enrol::enrol(&house.service, line).await.expect("enrolled") {
                Enrolled::New(subject) => new.push(subject),
                Enrolled::Before(_) => panic!("{line:?}"),
            }
        }
        let (size, people) = (house.size().await, house.subjects().await);
        for (line, subject) in read.iter().zip(&new) {
            let again = enrol::enrol(&house.service, line).await.expect("again");
            assert_eq!(again, Enrolled::Before(Some(*subject)));
        }
        assert_eq!((house.size().await, house.subjects().await), (size, people), "nothing twice");

        let entries = db::entries::list_of(&house.service.db, "wepack", new[0]).await.expect("entries");
        let kinds: Vec<&Kind> = entries.iter().map(|entry| &entry.facts.kind).collect();
        assert_eq!(kinds, [&Kind::Enrolled, &Kind::ConsentGiven]);
        let key = house.service.keys.evidence(new[0]).await.expect("the key");
        let body = db::entries::body(&house.service.db, "wepack", entries[1].index)
            .await
            .expect("read")
            .expect("a body");
        let plain =
            key.entry_key(entries[1].facts.id).expect("its key").open("wepack", &body.sealed).expect("opens");
        let said = Evidence::from_bytes(&plain).expect("evidence");
        assert_eq!(
            (said.method.as_deref(), said.given_at.as_deref()),
            (Some("before"), Some("2024-05-01T10:00:00Z"))
        );
        assert_eq!(
            (said.boxes[0].wording.as_str(), said.boxes[0].documents[0].as_str()),
            ("Yes, write to me", "form 17, box 3")
        );
        let now = house.clock.time();
        let allowed = async |subject| {
            standing::decide(&house.service, subject, "campaigns", now).await.expect("decided").allow
        };
        assert!(allowed(new[0]).await && !allowed(new[2]).await);
        let found = async |kind, value: &str| {
            subjects::find_verified(&house.service, kind, value).await.expect("looked")
        };
        assert_eq!(found(IdentifierKind::Email, "kari@firma.example").await, Some(new[0]));
        assert_eq!(found(IdentifierKind::Email, "ola@firma.example").await, None, "nobody verified it");
    })
    .await;
}

#[tokio::test]
async fn what_was_known_before_undoes_nothing_that_was_said_since() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let mut line = lines(Format::JsonLines, LINES).remove(0).expect("a line").1;
        let first = line.consents[0].clone();
        let withdrawn =
            enrol::ConsentLine { answer: Answer::Withdrawn, at: later(first.at, 24), ..first.clone() };
        // within a line the order is theirs, not the file's
        line.consents = vec![withdrawn, first.clone()];
        let subject = match enrol::enrol(&house.service, &line).await.expect("enrolled") {
            Enrolled::New(subject) => subject,
            Enrolled::Before(_) => panic!("new"),
        };
        let reason = async || {
            let now = house.clock.time();
            standing::decide(&house.service, subject, "campaigns", now).await.expect("decided").reason
        };
        assert_eq!(reason().await, gate::Reason::ConsentWithdrawn);
        let size = house.size().await;
        let older = Line { reference: "again".to_owned(), consents: vec![first], ..line.clone() };
        assert!(why(&house, &older).await.contains("leave this consent out"));
        assert_eq!((reason().await, house.size().await), (gate::Reason::ConsentWithdrawn, size));
        let again = enrol::enrol(&house.service, &line).await.expect("the same file again");
        assert_eq!(again, Enrolled::Before(Some(subject)));
        // once they are erased the same file brings nobody back, and makes no key
        let keys = db.keys.rows().await.expect("counted");
        house
            .service
            .submit(house.service.unit().write(db::subjects::erase("wepack", subject, house.clock.time())))
            .await
            .expect("erased");
        assert_eq!(enrol::enrol(&house.service, &line).await.expect("looked"), Enrolled::Before(None));
        assert_eq!((house.size().await, db.keys.rows().await.expect("counted")), (size, keys));
    })
    .await;
}

fn later(at: jiff::Timestamp, hours: i64) -> jiff::Timestamp {
    at.checked_add(jiff::SignedDuration::from_hours(hours)).expect("a time")
}

#[tokio::test]
async fn a_line_that_cannot_be_is_refused_with_the_reason_and_without_a_value() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let size = house.size().await;
        let good = lines(Format::JsonLines, LINES).remove(0).expect("a line").1;
        let consent = &good.consents[0];
        let with = |change: &dyn Fn(&mut enrol::ConsentLine)| {
            let mut consent = consent.clone();
            change(&mut consent);
            Line { consents: vec![consent], ..good.clone() }
        };
        let link = enrol::LinkLine {
            store: "nowhere".to_owned(),
            table: "customers".to_owned(),
            key: enrol::KeyLine::One(stores::KeyPart::Int(1)),
        };
        let later = house.clock.time().checked_add(jiff::SignedDuration::from_hours(1)).expect("a time");
        let cases = [
            (Line { reference: String::new(), ..good.clone() }, "`reference` is missing"),
            (Line { email: None, ..good.clone() }, "names nobody"),
            (Line { email: Some("not an address".to_owned()), ..good.clone() }, "`email` is none"),
            (Line { number: Some("1042".to_owned()), ..good.clone() }, "needs its name"),
            (Line { links: vec![link], ..good.clone() }, "no store map has the table"),
            (with(&|one| one.purpose = "dancing".to_owned()), "no purpose"),
            (with(&|one| one.purpose = "deliver-orders".to_owned()), "does not rest on consent"),
            (with(&|one| one.evidence = " ".to_owned()), "say what shows the consent"),
            (with(&|one| one.evidence = "x".repeat(5000)), "longer than"),
            (with(&|one| one.at = later), "lies in the future"),
        ];
        for (line, part) in &cases {
            let why = why(&house, line).await;
            assert!(why.contains(part) && !why.contains("kari"), "{why}");
            assert!(enrol::check(&house.service, line).await.is_err());
        }
        assert_eq!(house.size().await, size);
    })
    .await;
}

#[test]
fn a_table_says_the_same_as_lines_of_json() {
    let table = "reference,email,verified,purpose,answer,at,evidence,store,table,key\n\
        1,kari@firma.example,yes,campaigns,given,2024-05-01T10:00:00Z,form 17,shop,customers,1042\n\
        2,ola@firma.example,no,,,,,,,\n\
        3,per@firma.example,maybe,,,,,,,\n\
        4,liv@firma.example,no,campaigns,,,,,,\n\
        5,too,many,columns,,,,,,,,,,,\n";
    let read = lines(Format::Csv, table);
    let first = read[0].as_ref().expect("a line");
    assert_eq!((first.0, first.1.consents.len(), first.1.verified), (2, 1, true));
    assert_eq!(first.1.links[0].key, enrol::KeyLine::One(stores::KeyPart::Int(1042)));
    assert!(read[1].as_ref().is_ok_and(|(_, line)| line.consents.is_empty() && line.links.is_empty()));
    let errors: Vec<String> =
        read[2..].iter().map(|one| one.as_ref().expect_err("wrong").to_string()).collect();
    assert!(errors[0].contains("line 4") && errors[0].contains("yes or no"), "{errors:?}");
    assert!(errors[1].contains("needs `purpose`, `answer`"), "{errors:?}");
    assert!(errors[2].contains("number of columns"), "{errors:?}");
    let bad =
        lines(Format::JsonLines, "{\"reference\": \"1\", \"emial\": \"x\"}\n{\"reference\": 5}\nnonsense");
    let errors: Vec<String> = bad.iter().map(|one| one.as_ref().expect_err("wrong").to_string()).collect();
    assert!(errors[0].contains("unknown field `emial`"), "{errors:?}");
    assert!(errors.iter().all(|error| !error.contains("nonsense")), "{errors:?}");
}
