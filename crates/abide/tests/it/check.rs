//! `abide check --fix` and the machine-readable forms, on files that may be changed.

use std::path::Path;
use std::process::{Command, Output};

const SOUND: &str = include_str!("../../../policy/tests/suite/sound.yaml");

fn abide(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_abide"));
    command.current_dir(folder).args(arguments).env("NO_COLOR", "1").output().expect("abide runs")
}

#[test]
fn what_is_safe_is_mended_in_every_file_and_comments_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let (head, rest) = SOUND.split_once("rights:").expect("rights");
    let rights =
        "rights: # how fast\n  answer: { within: 3 months } # too slow\n  withdraw: [privacy-centre]\n";
    let tail = rest.split_once('\n').expect("a line").1;
    let slow = format!("{rights}{}", tail.replace("72 hours", "9 days"));
    std::fs::write(folder.path().join("policy.yaml"), format!("{head}include: [more.yaml]\n"))
        .expect("a file");
    std::fs::write(folder.path().join("more.yaml"), &slow).expect("a file");
    let done = abide(folder.path(), &["check", "policy.yaml", "--fix"]);
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success() && said.contains("2 faults mended"), "{said}");
    let after = std::fs::read_to_string(folder.path().join("more.yaml")).expect("a file");
    assert_eq!(after, slow.replace("3 months", "1 month").replace("9 days", "72 hours"));
    let again = abide(folder.path(), &["check", "policy.yaml", "--fix"]);
    assert!(String::from_utf8_lossy(&again.stderr).contains("nothing could be mended safely"));
}

#[test]
fn the_log_for_code_scanning_is_one_document() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("policy.yaml"), SOUND.replace("1 month", "3 months")).expect("a file");
    let done = abide(folder.path(), &["check", "policy.yaml", "--format", "sarif"]);
    assert_eq!(done.status.code(), Some(1));
    let log: serde_json::Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "A0307");
    assert_eq!(
        log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "policy.yaml"
    );
}

#[test]
fn the_site_has_a_page_for_each_code_and_needs_no_script() {
    let folder = tempfile::tempdir().expect("a folder");
    let done = abide(folder.path(), &["explain", "--site", "site"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let index = std::fs::read_to_string(folder.path().join("site/index.html")).expect("an index");
    for (code, _) in policy::codes() {
        assert!(index.contains(&format!("<a href=\"{code}.html\">")), "{code} is not listed");
        assert!(folder.path().join(format!("site/{code}.html")).is_file(), "{code} has no page");
    }
    for id in ["consent-withdrawn", "stale", "legitimate-interest"] {
        assert!(index.contains(&format!("<a href=\"{id}.html\">")), "{id} is not listed");
        let page = std::fs::read_to_string(folder.path().join(format!("site/{id}.html"))).expect("a page");
        assert!(page.contains("What would change it") && page.contains("The person "), "{page}");
    }
    assert!(!index.contains("<script>") && !index.contains("style=\"") && !index.contains("http"), "{index}");
}

/// A map of one table.
pub const MAP: &str = "abide-map: 1
store: shop
tables:
  people:
    purpose: answer
    person: { email: mail }
    columns: { id: key, name: contact.name, mail: contact.email }
    erase: delete
";

/// A database without an index on the addresses people are looked up by.
async fn database(path: &Path) -> String {
    let url = format!("sqlite://{}?mode=rwc", path.display());
    let pool = sqlx::SqlitePool::connect(&url).await.expect("a database");
    sqlx::query("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, mail TEXT)")
        .execute(&pool)
        .await
        .expect("a table");
    pool.close().await;
    format!("sqlite://{}", path.display())
}

fn live(folder: &Path, url: &str, levels: &str) -> (Option<i32>, String) {
    std::fs::write(folder.join("shop.map.yaml"), format!("{MAP}{levels}")).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_abide"));
    let arguments = ["check", "policy.yaml", "--map", "shop.map.yaml", "--live", "--deny-warnings"];
    command.current_dir(folder).args(arguments).env("NO_COLOR", "1").env("ABIDE_STORE_SHOP_READ_URL", url);
    let done = command.output().expect("abide runs");
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    (done.status.code(), said)
}

#[tokio::test]
async fn a_map_gives_levels_to_what_its_database_tells() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = database(&folder.path().join("shop.sqlite")).await;
    std::fs::write(folder.path().join("policy.yaml"), SOUND).expect("a file");
    let (ended, said) = live(folder.path(), &url, "");
    assert!(ended == Some(1) && said.contains("warning[A0859]"), "{said}");
    let (ended, said) = live(folder.path(), &url, "lints: { A0859: { level: note, because: Ten people } }\n");
    assert!(
        ended == Some(0) && said.contains("note[A0859]") && said.contains("reason: Ten people"),
        "{said}"
    );
    let allow = "lints: { A0859: { level: allow, because: Ten people, at: [tables/people] } }\n";
    let (ended, said) = live(folder.path(), &url, allow);
    assert!(ended == Some(0) && said.contains("allowed: A0859") && !said.contains("[A0859]"), "{said}");
    let (ended, said) = live(folder.path(), &url, "lints: { A0857: { level: note, because: Once } }\n");
    assert!(ended == Some(1) && said.contains("A0113"), "an idle level is told: {said}");
}

#[test]
fn a_map_is_mended_too_and_said_to_be_unchecked_where_its_policy_does_not_compile() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("policy.yaml"), SOUND).expect("a file");
    let idle = format!(
        "{MAP}lints:\n  A0805: {{ level: note, because: Once }}\n  A0808: {{ level: note, because: Once }}\n"
    );
    std::fs::write(folder.path().join("shop.map.yaml"), &idle).expect("a file");
    let check = ["check", "policy.yaml", "--map", "shop.map.yaml"];
    let done = abide(folder.path(), &[&check[..], &["--fix"]].concat());
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let after = std::fs::read_to_string(folder.path().join("shop.map.yaml")).expect("a file");
    assert!(!after.contains("A0805") && !after.contains("A0808"), "{after}");
    std::fs::write(folder.path().join("policy.yaml"), SOUND.replace("1 month", "3 months")).expect("a file");
    let done = abide(folder.path(), &check);
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(said.contains("shop.map.yaml: not checked, because the policy does not compile"), "{said}");
}
