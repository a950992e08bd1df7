//! The outbox: delivered once, tried again, given up; sealed at rest.

use std::future::Future;
use std::pin::Pin;
use std::sync::Mutex;

use db::outbox;
use duties::mail::{self, Delivered, Letter, Mail, Mailer, NotSent};
use duties::rights::{self, RequestKind};
use duties::{identity, jobs};
use testkit::TestDb;

use crate::fixture::House;

/// A mail server that answers as told, one answer a letter.
struct Server(Mutex<Vec<Result<(), NotSent>>>);

impl Mailer for Server {
    fn send<'a>(&'a self, _: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        let answer = self.0.lock().expect("a lock").pop().unwrap_or(Ok(()));
        Box::pin(async { answer })
    }
}

fn later() -> Result<(), NotSent> {
    Err(NotSent::Later("451 try again".to_owned()))
}

async fn states(house: &House) -> [usize; 3] {
    let count =
        async |state: &str| outbox::list(&house.service.db, "wepack", state, 100).await.expect("rows").len();
    [count(outbox::WAITING).await, count(outbox::SENT).await, count(outbox::FAILED).await]
}

#[tokio::test]
async fn a_letter_is_tried_again_with_growing_pauses_and_then_given_up() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        identity::ask_link(&house.service, "kari@firma.example", "en").await.expect("asked");
        let server = Server(Mutex::new(std::iter::repeat_with(later).take(100).collect()));
        let mut tries = 0;
        let mut hours = 0;
        while states(&house).await[0] == 1 && hours < 100 {
            let done = mail::deliver_due(&house.service, &server).await.expect("a round");
            tries += done.later + done.given_up;
            let at_once = mail::deliver_due(&house.service, &server).await.expect("a round");
            assert_eq!(at_once, Delivered::default(), "not twice in the same moment");
            house.clock.advance_hours(1);
            hours += 1;
        }
        assert_eq!(states(&house).await, [0, 0, 1]);
        assert!((48..=60).contains(&hours) && (10..20).contains(&tries), "{hours} {tries}");
        let row = outbox::list(&house.service.db, "wepack", outbox::FAILED, 1).await.expect("rows").remove(0);
        assert!(row.sealed.is_empty() && row.error.as_deref() == Some("451 try again"));
        let shown = mail::given_up(&house.service).await.expect("shown");
        assert_eq!((shown.len(), shown[0].kind.as_str(), shown[0].count), (1, "sign-in-link", 1));
        assert!(shown[0].since > row.created_at);
    })
    .await;
}

#[tokio::test]
async fn a_refused_letter_is_given_up_at_once_and_does_not_hold_up_others() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        for who in ["a@firma.example", "b@firma.example", "c@firma.example"] {
            identity::ask_link(&house.service, who, "en").await.expect("asked");
        }
        let server = Server(Mutex::new(vec![Ok(()), later(), Err(NotSent::Never("550 unknown".to_owned()))]));
        let done = mail::deliver_due(&house.service, &server).await.expect("a round");
        assert_eq!(done, Delivered { sent: 1, later: 1, given_up: 1 });
        assert_eq!(states(&house).await, [1, 1, 1]);
    })
    .await;
}

#[tokio::test]
async fn a_request_shows_that_its_last_letter_was_given_up() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = crate::rights_kit::kari(&house).await;
        let service = &house.service;
        let opened = rights::open(service, subject, RequestKind::Access, "", "en").await.expect("opens");
        let said = async || {
            let view = rights::get_for(service, subject, opened.request.id, "en").await.expect("the request");
            view.events.iter().any(|event| event.what.contains("could not be delivered"))
        };
        assert!(!said().await);
        let server = Server(Mutex::new(vec![Err(NotSent::Never("550 unknown".to_owned()))]));
        mail::deliver_due(service, &server).await.expect("a round");
        assert!(said().await);
    })
    .await;
}

#[tokio::test]
async fn two_nodes_send_a_letter_once() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let other = house.again(&db, db.node().await, 11).await;
        for nth in 0..10 {
            identity::ask_link(&house.service, &format!("p{nth}@firma.example"), "en").await.expect("asked");
        }
        let (one, two) = tokio::join!(
            mail::deliver_due(&house.service, &house.mailbox),
            mail::deliver_due(&other, &house.mailbox)
        );
        assert_eq!(one.expect("a round").sent + two.expect("a round").sent, 10);
        assert_eq!(house.mailbox.letters().len(), 10);
        other.db.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_letter_is_sealed_in_the_outbox_and_shows_nothing_of_itself() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        identity::ask_link(&house.service, "kari@firma.example", "nb").await.expect("asked");
        let row =
            outbox::list(&house.service.db, "wepack", outbox::WAITING, 1).await.expect("rows").remove(0);
        assert!(!row.sealed.windows(4).any(|part| part == b"kari") && row.subject.is_none());
        let round = jobs::tick(&house.service, &house.mailbox).await.expect("a round");
        assert_eq!((round.mail.sent, round.published), (1, 1));
        let letter = house.mailbox.letters().remove(0);
        let shown = format!("{letter:?}");
        assert!(!shown.contains("kari") && !shown.contains("link/"));
        assert!(letter.text.contains("Du får denne e-posten fordi noen skrev inn adressen"));
        let row = outbox::list(&house.service.db, "wepack", outbox::SENT, 1).await.expect("rows").remove(0);
        assert!(row.sealed.is_empty(), "nothing is kept of a letter that is sent");
        jobs::tidy(&house.service).await.expect("tidied");
    })
    .await;
}

/// Every letter there is.
const NAMES: [&str; 8] = [
    "sign-in-link",
    "collected",
    "request-received",
    "request-reply",
    "answer-ready",
    "erased",
    "request-refused",
    "staff-invited",
];

/// Every value any of them takes.
const VARIABLES: [&str; 16] = [
    "title",
    "days",
    "centre",
    "minutes",
    "reference",
    "kind",
    "received",
    "due",
    "authority",
    "message",
    "until",
    "kept",
    "reason",
    "waits",
    "inviter",
    "role",
];

/// The letter of that name, with values that would break HTML which does not escape them.
async fn written(house: &House, name: &str, lang: &str) -> Mail {
    let values = VARIABLES.map(|name| (name, format!("<{name}> & \"more\"")));
    let link = Some("https://privacy.wepack.example/somewhere?view=token".to_owned());
    let letter = Letter { to: "kari@firma.example", lang, name, values: &values, link, subject: None };
    let mail = mail::queue(&house.service, &letter).expect("it is written");
    house.service.submit(house.service.unit().mail(mail)).await.expect("queued");
    house.clock.advance_hours(1);
    house.letters().await.pop().expect("the letter")
}

#[tokio::test]
async fn every_letter_says_the_same_as_text_and_as_html_in_every_language() {
    let db = TestDb::sqlite().await;
    let house = House::new(&db).await;
    for (name, lang) in NAMES.into_iter().flat_map(|name| [(name, "en"), (name, "nb"), (name, "fr")]) {
        let letter = written(&house, name, lang).await;
        let all = [letter.subject.as_str(), &letter.text, &letter.html].join("\n");
        assert!(!all.contains('⟦') && !all.contains("{$") && !all.contains("{ $"), "{name} {lang}: {all}");
        let because = letter.text.lines().nth(1).unwrap_or_default();
        assert!(
            ["You get this", "Du får", "Vous recevez"].iter().any(|words| because.starts_with(words)),
            "{name} {lang}: {because}"
        );
        let plain = strip(&letter.html);
        let said = |line: &&str| !line.is_empty() && *line != "-- " && !line.contains("https://");
        for line in letter.text.lines().filter(said) {
            assert!(plain.contains(line), "{name} {lang}: {line} is not in {plain}");
        }
        assert_eq!(letter.html.matches("<a href").count(), 2, "one action and the policy");
        for never in ["<title> ", "<message>", "<img"] {
            assert!(!letter.html.contains(never), "{name} {lang}: {never}");
        }
    }
}

/// The words of simple HTML.
fn strip(html: &str) -> String {
    let words: String =
        html.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words).collect();
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
