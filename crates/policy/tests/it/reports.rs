//! What machines are told: every problem with its place, in each format.

use super::suite::laid_over;
use policy::{Report, Source, compile, to_github, to_junit, to_sarif};

const FAULTS: &str = "rights: { answer: { within: 3 months }, withdraw: [privacy-centre] }\nstatements:\n  one: { title: \"Æ & <b>\", text: Keep it. }\n  two: { title: \"Æ & <b>\", text: Keep it too. }\nlints:\n  A0703: { level: allow, because: \"100 % meant, \\\"so\\\"\" }\n";

fn with<T>(look: impl FnOnce(&Report<'_>) -> T) -> T {
    let source = Source::new("a folder/policy.yaml", laid_over(FAULTS));
    let compiled = compile(&source);
    look(&Report { places: &source, told: &compiled.diagnostics, allowed: &compiled.allowed })
}

#[test]
fn sarif_says_where_what_and_what_is_allowed() {
    let log = with(|report| to_sarif(&[Report { ..*report }]));
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for result in results {
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20folder/policy.yaml");
        let at = |key: &str| place["region"][key].as_u64().unwrap();
        assert!(at("startLine") >= 1 && at("startColumn") >= 1 && at("endColumn") > at("startColumn"));
    }
    let late = results.iter().find(|result| result["ruleId"] == "A0307").unwrap();
    assert_eq!(late["level"], "error");
    let change = &late["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["insertedContent"]["text"], "1 month");
    let allowed = results.iter().find(|result| result["ruleId"] == "A0703").unwrap();
    assert_eq!(allowed["suppressions"][0]["justification"], "100 % meant, \"so\"");
    assert_eq!(allowed["suppressions"][0]["kind"], "inSource");
    assert_eq!(allowed["relatedLocations"][0]["message"]["text"], "first here");
}

#[test]
fn github_gets_a_line_for_each_problem() {
    let text = with(|report| to_github(&[Report { ..*report }]));
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.starts_with("::error file=a folder/policy.yaml,line="), "{text}");
    assert!(
        text.contains(",title=A0307::requests would be answered later") && text.contains("%0Ahelp: "),
        "{text}"
    );
}

#[test]
fn junit_is_xml_with_a_case_for_each_problem() {
    let text = with(|report| to_junit(&[Report { ..*report }]));
    assert!(text.contains("tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\""), "{text}");
    assert!(
        text.contains("<failure type=\"error\"") && text.contains("100 % meant, &quot;so&quot;"),
        "{text}"
    );
    assert!(!text.contains("<b>"), "{text}");
    for tag in ["testsuites", "testsuite", "testcase"] {
        let (opened, closed) =
            (text.matches(&format!("<{tag} ")).count(), text.matches(&format!("</{tag}>")).count());
        assert_eq!(opened, closed, "{tag}: {text}");
    }
}
