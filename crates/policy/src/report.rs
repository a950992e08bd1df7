//! Problems for the machines that gather them: SARIF 2.1.0, GitHub's annotations, JUnit's XML.
//!
//! **Contract.** Each names file, line and column of every problem; what the file allows is shown with its reason where
//! the format has a place for it (SARIF: a suppression), and nowhere told as a fault.

use crate::diagnostic::{Diagnostic, Found, Numbered, Places, Severity, Span};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// One thing that was checked.
pub struct Report<'a> {
    /// Its files.
    pub places: &'a dyn Places,
    /// What is told.
    pub told: &'a [Diagnostic],
    /// What its file allows.
    pub allowed: &'a [Diagnostic],
}

/// A static-analysis log (SARIF 2.1.0).
pub fn to_sarif(reports: &[Report<'_>]) -> Value {
    let mut rules: Vec<&str> =
        reports.iter().flat_map(|r| r.told.iter().chain(r.allowed)).map(|d| d.code.0).collect();
    rules.sort_unstable();
    rules.dedup();
    let results: Vec<Value> = reports.iter().flat_map(|report| results(report, &rules)).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "abide",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|code| descriptor(code)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn descriptor(code: &str) -> Value {
    let title = crate::catalogue::rules().find(|rule| rule.code.0 == code).map_or("", |rule| rule.title);
    let story = crate::catalogue::explain(code).unwrap_or(code);
    json!({
        "id": code,
        "shortDescription": { "text": title },
        "fullDescription": { "text": title },
        "help": { "text": story, "markdown": story },
    })
}

fn results(report: &Report<'_>, rules: &[&str]) -> Vec<Value> {
    let mut numbered = Numbered::new(report.places);
    let told = report.told.iter().map(|d| (d, false));
    let all: Vec<(&Diagnostic, bool)> = told.chain(report.allowed.iter().map(|d| (d, true))).collect();
    all.into_iter().map(|(d, allowed)| result(&mut numbered, rules, d, allowed)).collect()
}

fn result(
    numbered: &mut Numbered<'_, dyn Places + '_>,
    rules: &[&str],
    d: &Diagnostic,
    allowed: bool,
) -> Value {
    let mut value = json!({
        "ruleId": d.code.0,
        "ruleIndex": rules.iter().position(|code| *code == d.code.0),
        "level": d.severity.as_str(),
        "message": { "text": whole(d) },
        "locations": [location(numbered.at(d.span.unwrap_or_default()))],
    });
    let related: Vec<Value> = d.labels.iter().map(|(span, word)| related(numbered.at(*span), word)).collect();
    let Some(object) = value.as_object_mut() else { return value };
    if !related.is_empty() {
        object.insert("relatedLocations".into(), related.into());
    }
    if let Some(fix) = d.fix.as_ref().filter(|fix| fix.safe) {
        let change = |(span, text): &(Span, String)| {
            let at = numbered.at(*span);
            json!({
                "artifactLocation": { "uri": uri(at.file) },
                "replacements": [{ "deletedRegion": region(at), "insertedContent": { "text": text } }],
            })
        };
        let changes: Vec<Value> = fix.edits.iter().map(change).collect();
        object.insert(
            "fixes".into(),
            json!([{ "description": { "text": fix.title }, "artifactChanges": changes }]),
        );
    }
    if allowed {
        let reason = d.reason.as_deref().unwrap_or_default();
        object.insert("suppressions".into(), json!([{ "kind": "inSource", "justification": reason }]));
    }
    value
}

fn location(at: Found<'_>) -> Value {
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri(at.file) }, "region": region(at) } })
}

fn related(at: Found<'_>, word: &str) -> Value {
    let mut value = location(at);
    if let Some(object) = value.as_object_mut() {
        object.insert("message".into(), json!({ "text": word }));
    }
    value
}

fn region(at: Found<'_>) -> Value {
    json!({
        "startLine": at.from.line, "startColumn": at.from.column, "endLine": at.to.line, "endColumn": at.to.column,
    })
}

/// A path as a relative reference: what has a meaning in an address, or is none of its letters, is written in hexadecimal.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.trim_start_matches("./").replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                out.push(char::from(byte))
            }
            // INVARIANT: writing to a string cannot fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

/// The message with help, law and reason.
fn whole(d: &Diagnostic) -> String {
    let more = [("help", &d.help), ("law", &d.law), ("reason", &d.reason)];
    let more = more.into_iter().filter_map(|(name, text)| Some(format!("\n{name}: {}", text.as_ref()?)));
    std::iter::once(d.message.clone()).chain(more).collect()
}

/// Workflow commands: each problem as an annotation of a pull request on GitHub.
pub fn to_github(reports: &[Report<'_>]) -> String {
    let mut out = String::new();
    for report in reports {
        let mut numbered = Numbered::new(report.places);
        for d in report.told {
            let kind = if d.severity == Severity::Note { "notice" } else { d.severity.as_str() };
            let at = numbered.at(d.span.unwrap_or_default());
            // INVARIANT: writing to a string cannot fail.
            let _ = writeln!(
                out,
                "::{kind} file={},line={},endLine={},col={},endColumn={},title={}::{}",
                property(at.file),
                at.from.line,
                at.to.line,
                at.from.column,
                at.to.column,
                property(d.code.0),
                data(&whole(d)),
            );
        }
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A test report: each file a suite, each error and warning a failed case, each note a passed one.
pub fn to_junit(reports: &[Report<'_>]) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"abide\">\n");
    for report in reports {
        suite(report, &mut out);
    }
    out + "</testsuites>\n"
}

fn suite(report: &Report<'_>, out: &mut String) {
    let failed = report.told.iter().filter(|d| d.severity != Severity::Note).count();
    let (cases, name) = ((report.told.len() + report.allowed.len()).max(1), xml(&report.places.first().name));
    let skipped = report.allowed.len();
    // INVARIANT: writing to a string cannot fail.
    let _ = writeln!(
        out,
        "  <testsuite name=\"{name}\" tests=\"{cases}\" failures=\"{failed}\" errors=\"0\" skipped=\"{skipped}\">"
    );
    if report.told.is_empty() && report.allowed.is_empty() {
        let _ = writeln!(out, "    <testcase classname=\"{name}\" name=\"nothing is wrong\"/>");
    }
    let mut numbered = Numbered::new(report.places);
    for d in report.told.iter().chain(report.allowed) {
        let at = numbered.at(d.span.unwrap_or_default());
        let (file, code) = (xml(at.file), d.code.0);
        let _ = write!(
            out,
            "    <testcase classname=\"{file}\" name=\"{code} {}:{} {}\"",
            at.from.line,
            at.from.column,
            xml(&d.message)
        );
        let end = if report.allowed.iter().any(|allowed| std::ptr::eq(allowed, d)) {
            format!("><skipped message=\"{}\"/></testcase>", xml(d.reason.as_deref().unwrap_or_default()))
        } else if d.severity == Severity::Note {
            format!("><system-out>{}</system-out></testcase>", xml(&whole(d)))
        } else {
            let text = format!("{}:{}:{}: {}", at.file, at.from.line, at.from.column, whole(d));
            let kind = d.severity.as_str();
            format!(
                "><failure type=\"{kind}\" message=\"{}\">{}</failure></testcase>",
                xml(&d.message),
                xml(&text)
            )
        };
        let _ = writeln!(out, "{end}");
    }
    out.push_str("  </testsuite>\n");
}

/// A text in XML; characters that XML cannot hold at all are replaced.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
