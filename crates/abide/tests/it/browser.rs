//! The path of a person through the pages, in a real browser (only `/verify` has a script): form, receipt, link, access, PDF,
//! erasure, verification. Every page is looked at in three widths, checked with axe, and photographed.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use testkit::browser::{Browser, Setup};

use crate::demo::Demo;

/// The widths a page must do with: a small phone, a phone, a desk.
const WIDTHS: [u32; 3] = [320, 390, 1280];

struct Story {
    demo: Demo,
    person: Browser,
    staff: Browser,
    http: reqwest::Client,
    signed_in: bool,
    faults: Vec<String>,
}

#[tokio::test]
async fn a_person_gives_data_asks_for_it_has_it_erased_and_verifies_we_10_we_11_we_13() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(person) = Browser::start(Setup::default()).await else { return };
    let Some(staff) = Browser::start(Setup::default()).await else { return };
    let demo = Demo::start(folder.path());
    let mut story =
        Story { demo, person, staff, http: reqwest::Client::new(), signed_in: false, faults: Vec::new() };
    story.reads_the_policy().await;
    let receipt = story.sends_a_form(folder.path()).await;
    story.opens_their_page().await;
    let access = story.asks_for("access").await;
    story.staff_answers(&access).await;
    story.downloads_the_answer(&access, folder.path()).await;
    let erasure = story.asks_for("erasure").await;
    story.staff_erases(&erasure).await;
    story.sees_it_happened().await;
    verifies(&receipt, &story.key().await);
    assert!(story.faults.is_empty(), "{}", story.faults.join("\n"));
    assert_eq!(story.demo.stop(), Some(0));
}

#[tokio::test]
async fn the_pages_are_as_good_in_the_dark() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(browser) = Browser::start(Setup { dark: true, ..Setup::default() }).await else { return };
    let demo = Demo::start(folder.path());
    for (page, name) in [("/policy?lang=nb", "policy"), ("/forms/order", "order"), ("/privacy", "ask")] {
        browser.open(&format!("{}{page}", demo.base)).await;
        browser.picture(&format!("dark-{name}")).await;
        assert_eq!(browser.axe().await, Vec::<String>::new(), "{page}");
    }
}

impl Story {
    async fn reads_the_policy(&mut self) {
        for (page, name) in [
            ("/", "00-landing"),
            ("/policy", "01-policy"),
            ("/policy?lang=nb", "02-policy-nb"),
            ("/verify", "03-verify"),
        ] {
            self.person.open(&format!("{}{page}", self.demo.base)).await;
            self.look("person", name).await;
        }
        self.person.open(&format!("{}/policy?lang=en", self.demo.base)).await;
    }

    async fn sends_a_form(&mut self, folder: &Path) -> std::path::PathBuf {
        self.person.open(&format!("{}/forms/order", self.demo.base)).await;
        self.look("person", "10-order").await;
        self.person.open(&format!("{}/forms/contact", self.demo.base)).await;
        self.look("person", "11-contact").await;
        assert!(!self.person.has("input[type=checkbox]:checked").await, "a box is ticked in advance");
        self.person.fill("[name='contact.name']", "Kari Nordmann").await;
        self.person.fill("[name='contact.email']", &self.demo.email.clone()).await;
        self.person.fill("[name='correspondence.message']", "Do you have boxes for two bottles?").await;
        self.person.click("form[action*='/forms/'] button").await;
        self.look("person", "12-contact-refused").await;
        let kept = self.person.attribute("[name='contact.name']", "value").await;
        assert_eq!(kept, "Kari Nordmann", "what was typed is gone after the refusal");
        self.person.click("input[type=checkbox]").await;
        self.person.click("form[action*='/forms/'] button").await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        self.person.reload().await;
        self.look("person", "13-receipt").await;
        let href = self.person.attribute("a[href*='.json']", "href").await;
        let json = self.fetch(&self.person, &href).await;
        let file = folder.join("receipt.json");
        std::fs::write(&file, &json).expect("the receipt is written");
        verifies(&file, &self.key().await);
        tampered_fails(&json, folder);
        self.verifies_in_the_browser(&json, folder).await;
        file
    }

    /// The page checks the receipt by itself, connects to nowhere, and names what was changed, as the program does.
    async fn verifies_in_the_browser(&mut self, json: &[u8], folder: &Path) {
        type Change = fn(&mut serde_json::Value);
        let cases: [(&str, Change); 10] = [
            ("The receipt holds, and the key is the one you gave.", |_| {}),
            ("the facts or the salt were changed", |all| {
                all["proof"]["facts"]["at"] = "2020-01-01T00:00:00Z".into()
            }),
            ("the facts or the salt were changed", |all| flip(&mut all["proof"]["salt"])),
            ("The sealed content is not the one", |all| flip(&mut all["proof"]["body"])),
            ("The entry key is not the one", |all| flip(&mut all["proof"]["entry_key"])),
            ("The proof leads to another root", |all| flip(&mut all["proof"]["proof"]["inclusion"][0])),
            ("the state of the log: one of them was changed", |all| {
                let note =
                    all["proof"]["proof"]["checkpoint"].as_str().expect("a note").replacen("\n", "x\n", 1);
                all["proof"]["proof"]["checkpoint"] = note.into();
            }),
            ("The notice is not the one", |all| all["proof"]["notice"]["dct:title"] = "Another".into()),
            (
                "/dpv:hasRecordOfActivity/0/dpv:hasDataController/dpv:hasName is not what the entry says",
                |all| {
                    all["dpv:hasRecordOfActivity"][0]["dpv:hasDataController"]["dpv:hasName"] =
                        "Another".into();
                },
            ),
            ("a field is missing, unknown", |all| all["proof"]["consents"] = "to everything".into()),
        ];
        for (at, (expected, change)) in cases.into_iter().enumerate() {
            let mut all: serde_json::Value = serde_json::from_slice(json).expect("JSON");
            change(&mut all);
            let file = folder.join(format!("case-{at}.json"));
            std::fs::write(&file, all.to_string()).expect("a file");
            self.person.open(&format!("{}/verify?lang=en", self.demo.base)).await;
            self.person.fill("#verify-file", file.to_str().expect("a path")).await;
            let mut said = String::new();
            for _ in 0..50 {
                said = self.person.text("#verify-result").await;
                if !said.is_empty() {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            assert!(said.contains(expected), "expected `{expected}`:\n{said}");
            let done = Command::new(env!("CARGO_BIN_EXE_abide")).arg("verify").arg(&file).output();
            assert_eq!(
                done.expect("abide runs").status.success(),
                at == 0,
                "the program thinks otherwise of case {at}"
            );
            if at < 2 {
                self.look("person", &format!("14-verify-{at}")).await;
            }
        }
        // nothing can leave the page
        let script = "fetch('/health').then(() => 'sent', () => 'refused')";
        assert_eq!(self.person.evaluate(script).await, "refused");
        self.person.open(&format!("{}/verify?lang=en", self.demo.base)).await;
    }

    async fn opens_their_page(&mut self) {
        self.person.open(&format!("{}/privacy", self.demo.base)).await;
        self.look("person", "20-ask").await;
        self.person.fill("[name=email]", &self.demo.email.clone()).await;
        self.person.click("form[action$='/privacy'] button").await;
        self.look("person", "21-asked").await;
        let link = self.letter_link("/privacy/link/").await;
        self.person.open(&link).await;
        self.look("person", "23-link").await;
        self.person.click("form[action*='/privacy/link/'] button").await;
        self.look("person", "24-home").await;
        let held = self.person.text("main").await;
        for expected in ["Kari Nordmann", &self.demo.email, "Do you have boxes for two bottles?"] {
            assert!(held.contains(expected), "the page does not show `{expected}`:\n{held}");
        }
        self.person.open(&link).await;
        self.look("person", "25-link-used").await;
        assert!(!self.person.has("form[action*='/privacy/link/'] button").await, "a used link still opens");
    }

    async fn asks_for(&mut self, kind: &str) -> String {
        self.person.open(&format!("{}/privacy/requests/new", self.demo.base)).await;
        self.look("person", &format!("30-new-{kind}")).await;
        self.person.click(&format!("input[type=radio][value={kind}]")).await;
        self.person.click("form[action$='/privacy/requests'] button").await;
        self.look("person", &format!("31-request-{kind}")).await;
        self.person
            .url()
            .await
            .split('?')
            .next()
            .unwrap_or_default()
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned()
    }

    /// Signs in with the demo's link, the first time; opens the request under a purpose.
    async fn staff_opens(&mut self, request: &str) {
        if !self.signed_in {
            self.staff.open(&self.demo.staff.clone()).await;
            self.look("staff", "40-enter").await;
            self.staff.click("main form button").await;
            self.look("staff", "41-today").await;
            self.signed_in = true;
        }
        self.staff.open(&format!("{}/console/requests", self.demo.base)).await;
        self.look("staff", "42-inbox").await;
        self.staff.open(&format!("{}/console/requests/{request}", self.demo.base)).await;
        self.look("staff", "43-gate").await;
        self.staff.click("input[type=radio][value=answer-request]").await;
        self.staff.click("main form[method=get] button").await;
    }

    async fn staff_answers(&mut self, request: &str) {
        self.staff_opens(request).await;
        self.look("staff", "44-access").await;
        self.staff
            .fill("textarea[name=text], textarea", "We have your request and answer within the week.")
            .await;
        self.staff.click("form[action$='/reply'] button").await;
        self.staff.click("form[action$='/plan'] button").await;
        self.look("staff", "45-access-plan").await;
        self.staff.click("form[action$='/run'] button").await;
        self.wait_until_carried_out().await;
        self.look("staff", "46-access-done").await;
        self.staff.open(&format!("{}/console/health", self.demo.base)).await;
        self.look("staff", "47-health").await;
        self.staff.open(&format!("{}/console/people", self.demo.base)).await;
        self.look("staff", "48-people").await;
        self.staff_looks_someone_up().await;
    }

    /// By the address: what is held, the timeline, and a spoken consent that is entered, refused first.
    async fn staff_looks_someone_up(&mut self) {
        self.staff.click("input[name=purpose][value=answer-request]").await;
        self.staff.fill("[name=value]", &self.demo.email.clone()).await;
        self.staff.click("main form[method=post] button").await;
        self.look("staff", "49-person").await;
        let consent = self.staff.attribute("a[href*='/consent?']", "href").await;
        self.staff.click("a[href*='/timeline?']").await;
        self.look("staff", "4a-timeline").await;
        self.staff.open(&format!("{}{consent}", self.demo.base)).await;
        self.look("staff", "4b-consent").await;
        self.staff.click("main form[method=post] button").await;
        self.look("staff", "4c-consent-refused").await;
    }

    async fn downloads_the_answer(&mut self, request: &str, folder: &Path) {
        self.person.open(&format!("{}/privacy/requests/{request}", self.demo.base)).await;
        self.look("person", "50-answered").await;
        let href = self.person.attribute("a[download]", "href").await;
        let zip = folder.join("answer.zip");
        std::fs::write(&zip, self.fetch(&self.person, &href).await).expect("the answer is written");
        let unpacked = folder.join("answer");
        let unzip = "import zipfile,sys;zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])";
        let done = Command::new("python3").args(["-c", unzip]).arg(&zip).arg(&unpacked).status();
        assert!(done.is_ok_and(|status| status.success()), "the answer is no zip");
        let json = std::fs::read_to_string(unpacked.join("answer.json")).expect("answer.json");
        let json: serde_json::Value = serde_json::from_str(&json).expect("answer.json is JSON");
        assert!(json.to_string().contains("Kari Nordmann"));
        let text =
            Command::new("pdftotext").arg("-layout").arg(unpacked.join("answer.pdf")).arg("-").output();
        let text = String::from_utf8_lossy(&text.expect("pdftotext").stdout).into_owned();
        for expected in ["Kari Nordmann", "Datatilsynet", "Bring"] {
            assert!(text.contains(expected), "the PDF does not say `{expected}`:\n{text}");
        }
    }

    async fn staff_erases(&mut self, request: &str) {
        self.staff_opens(request).await;
        self.staff.click("form[action$='/plan'] button").await;
        self.look("staff", "60-erasure-plan").await;
        assert!(
            !self.staff.has("form[action$='/run'] button").await,
            "an erasure can run without a rehearsal"
        );
        self.staff.click("form[action$='/rehearse'] button").await;
        self.look("staff", "61-erasure-rehearsed").await;
        let label = self.staff.text("form[action$='/run']").await;
        let reference = label
            .split_whitespace()
            .find(|word| word.len() > 6 && word.contains('-'))
            .unwrap_or_default()
            .to_owned();
        self.staff.fill("form[action$='/run'] input:not([type=hidden])", "something else").await;
        self.staff.click("form[action$='/run'] button").await;
        self.look("staff", "62-erasure-mistyped").await;
        self.staff.fill("form[action$='/run'] input:not([type=hidden])", &reference).await;
        self.staff.click("form[action$='/run'] button").await;
        self.look("staff", "63-erasure-running").await;
        self.wait_until_carried_out().await;
        self.look("staff", "64-erasure-done").await;
    }

    async fn sees_it_happened(&mut self) {
        self.person.open(&format!("{}/privacy/home", self.demo.base)).await;
        self.look("person", "70-signed-out").await;
        self.person.open(&format!("{}/demo/mailbox", self.demo.base)).await;
        self.look("person", "71-mailbox").await;
        self.person.click("main table a").await;
        self.look("person", "72-last-letter").await;
        let letter = self.person.text("main").await;
        assert!(
            letter.contains("Bookkeeping Act"),
            "the last mail does not name what stays and why:\n{letter}"
        );
    }

    async fn letter_link(&mut self, part: &str) -> String {
        for _ in 0..40 {
            self.person.open(&format!("{}/demo/mailbox", self.demo.base)).await;
            if self.person.has("main table a").await {
                self.person.click("main table a").await;
                if self.person.has(&format!("a[href*='{part}']")).await {
                    self.look("person", "22-letter").await;
                    return self.person.attribute(&format!("a[href*='{part}']"), "href").await;
                }
            }
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
        panic!("no letter with a link to {part} came within ten seconds")
    }

    /// Waits on the page that loads itself again until the way back is the main thing to do, and goes back.
    async fn wait_until_carried_out(&self) {
        const BACK: &str = "main p.row a.button:not(.plain)";
        for _ in 0..120 {
            if !self.staff.url().await.contains("/progress") {
                return;
            }
            if self.staff.has(BACK).await {
                return self.staff.click(BACK).await;
            }
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
        panic!("after half a minute the page is still waiting: {}", self.staff.text("main").await)
    }

    /// Looks at the page in every width, checks it, photographs it wide and narrow.
    async fn look(&mut self, who: &str, name: &str) {
        let browser = if who == "person" { &self.person } else { &self.staff };
        for width in WIDTHS {
            browser.resize((width, 900)).await;
            let beyond = browser.overflow().await;
            if beyond > 0 {
                self.faults.push(format!("{name}: {beyond} pixels too wide at {width}"));
            }
            if width != 320 {
                browser.picture(&format!("{name}-{width}")).await;
            }
        }
        self.faults.extend(browser.axe().await.into_iter().map(|fault| format!("{name}: {fault}")));
        let raw =
            browser.evaluate("document.documentElement.outerHTML.length").await.as_u64().unwrap_or_default();
        if raw > 50_000 && !name.contains("policy") && !name.contains("home") {
            self.faults.push(format!("{name}: {raw} bytes of HTML"));
        }
    }

    async fn key(&self) -> String {
        let answer = self.http.get(format!("{}/key", self.demo.base)).send().await.expect("an answer");
        answer.text().await.expect("a key").trim().to_owned()
    }

    async fn fetch(&self, browser: &Browser, href: &str) -> Vec<u8> {
        let url =
            if href.starts_with("http") { href.to_owned() } else { format!("{}{href}", self.demo.base) };
        let answer =
            self.http.get(url).header("Cookie", browser.cookies().await).send().await.expect("an answer");
        assert_eq!(answer.status(), 200, "{href}");
        answer.bytes().await.expect("bytes").to_vec()
    }
}

fn verifies(receipt: &Path, key: &str) {
    let done =
        Command::new(env!("CARGO_BIN_EXE_abide")).arg("verify").arg(receipt).args(["--key", key]).output();
    let done = done.expect("abide runs");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && said.contains("the key is the one you trust"), "{said}");
}

/// Another value of the same form.
fn flip(value: &mut serde_json::Value) {
    let text = value.as_str().expect("text").to_owned();
    let first = if text.starts_with('a') { "b" } else { "a" };
    *value = format!("{first}{}", text.get(1..).unwrap_or_default()).into();
}

fn tampered_fails(json: &[u8], folder: &Path) {
    let mut receipt: serde_json::Value = serde_json::from_slice(json).expect("JSON");
    receipt["proof"]["facts"]["at"] = "2020-01-01T00:00:00Z".into();
    let file = folder.join("tampered.json");
    std::fs::write(&file, receipt.to_string()).expect("a file");
    let done =
        Command::new(env!("CARGO_BIN_EXE_abide")).arg("verify").arg(&file).output().expect("abide runs");
    assert_eq!(done.status.code(), Some(1), "{}", String::from_utf8_lossy(&done.stdout));
}
