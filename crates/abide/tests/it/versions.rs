//! `abide publish`, beside a running server: refused too early, announced when published (WX-24, SO-29).

use std::path::Path;
use std::process::{Command, Output};

use testkit::browser::{Browser, Setup};

use crate::serve::{policy, serve};

/// Wepack's policy with another day and a slower first reply.
fn slower(folder: &Path) -> std::path::PathBuf {
    let text = std::fs::read_to_string(policy()).expect("Wepack's policy");
    let changed = text
        .replace("version: 2026-11-01", "version: 2026-11-20")
        .replace("within: 1 hour,", "within: 3 hours,");
    assert_ne!(text.len(), changed.len());
    let path = folder.join("policy.yaml");
    std::fs::write(&path, changed).expect("a file");
    path
}

fn abide(arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_abide"));
    let Output { status, stdout, stderr } =
        command.args(arguments).env("ABIDE_LOG", "off").env("NO_COLOR", "1").output().expect("abide runs");
    (status.code(), String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn wx_24_a_version_is_published_in_time_and_the_page_announces_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let (new, old) = (slower(folder.path()), policy());
    let (new, old, at) =
        (new.to_str().expect("a path"), old.to_str().expect("a path"), data.to_str().expect("a path"));
    let (code, said) = abide(&["diff", old, new]);
    assert_eq!(code, Some(5), "{said}");
    assert!(said.contains("When a first reply comes"), "{said}");
    assert_eq!(abide(&["diff", old, old]).0, Some(0));

    let (code, said) = abide(&["publish", new, "--data", at]);
    assert!(code == Some(3) && said.contains("there is no database at"), "{said}");
    let server = serve(&data, 1, &[]);
    let publish = |day: &[&str]| {
        abide(&[&["publish", new, "--data", at, "--address", server.base.as_str()][..], day].concat())
    };
    let (code, said) = publish(&["--effective", "2026-11-20"]);
    assert!(code == Some(1) && said.contains("is over"), "{said}");
    #[expect(clippy::disallowed_methods, reason = "the program under test reads the machine's clock")]
    let today = jiff::Zoned::now().date();
    let (code, said) = publish(&["--effective", &today.tomorrow().expect("a day").to_string()]);
    assert!(code == Some(1) && said.contains("the first lawful day is"), "{said}");
    let (code, said) = publish(&[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("published: the version of 2026-11-20 takes effect on"), "{said}");
    let (code, said) = publish(&[]);
    assert!(code == Some(1) && said.contains("published already"), "{said}");

    let page = |path: &str| reqwest::get(format!("{}{path}", server.base));
    let text = page("/policy").await.expect("an answer").text().await.expect("a page");
    assert!(text.contains("A new version comes into force on") && !text.contains("3 hours"), "{text}");
    let difference = page("/policy/archive/2026-11-01..2026-11-20").await.expect("an answer");
    assert_eq!(difference.status(), 200);
    looks(&server.base).await;
}

/// The pages in a real browser: no finding of axe, nothing too wide on a phone.
async fn looks(base: &str) {
    let Some(browser) = Browser::start(Setup::default()).await else { return };
    let pages = [
        ("/policy?lang=en", "policy-coming"),
        ("/policy/archive", "archive"),
        ("/policy/archive/2026-11-20?lang=nb", "version"),
        ("/policy/archive/2026-11-01..2026-11-20?lang=en", "difference"),
    ];
    for (page, name) in pages {
        browser.open(&format!("{base}{page}")).await;
        for width in [320, 390, 1280] {
            browser.resize((width, 900)).await;
            assert_eq!(browser.overflow().await, 0, "{page} at {width}");
            browser.picture(&format!("{name}-{width}")).await;
        }
        assert_eq!(browser.axe().await, Vec::<String>::new(), "{page}");
    }
    browser.open(&format!("{base}/policy/archive?lang=en")).await;
    browser.click("form button").await;
    browser.arrives("/policy/archive/2026-11-01..2026-11-20").await;
}
