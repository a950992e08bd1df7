//! `abide verify`: a receipt, offline. No connection, no database, no key of ours.

use std::fmt::Write as _;
use std::io::IsTerminal;

use anyhow::{Context, Result};
use ledger::{KeyList, Receipt, Statement, Trust, Verified, VerifyError, linked};
use serde_json::{Value, json};

use crate::Ending;
use crate::cli::Verify;
use crate::out;

/// Verifies and says in plain words what is proven and what is not.
pub fn run(options: &Verify) -> Result<Ending> {
    let file = options.receipt.display();
    let bytes = std::fs::read(&options.receipt).with_context(|| format!("cannot read {file}"))?;
    let read = match linked::File::from_json(&bytes) {
        Ok(read) => read,
        Err(error) => return failed(options, &error.to_string()),
    };
    let introductions = introductions(options)?;
    match check(&read, options, &introductions) {
        Ok((verified, body)) => {
            write_proof(options, &read.receipt)?;
            say(options, &read.receipt, &verified, body.as_ref())?;
            // without a proof nothing was signed: a program that reads the exit code must not take it for one
            Ok(if verified.published { Ending::Well } else { Ending::Faults })
        }
        Err(error) => failed(options, &format!("{error:#}")),
    }
}

/// Those of the service's list of keys, which must hold.
fn introductions(options: &Verify) -> Result<Vec<String>> {
    let Some(path) = &options.keys else { return Ok(Vec::new()) };
    let json = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let list = KeyList::from_json(&json).with_context(|| format!("{} is no list of keys", path.display()))?;
    Ok(list.introductions())
}

/// The proof alone, for programs of others; only of a receipt that holds.
fn write_proof(options: &Verify, receipt: &Receipt) -> Result<()> {
    let Some(path) = &options.tlog_proof else { return Ok(()) };
    let proof = duties::receipts::tlog_proof(receipt).context("the receipt carries no proof yet")?;
    std::fs::write(path, proof).with_context(|| format!("cannot write {}", path.display()))
}

fn check(
    read: &linked::File,
    options: &Verify,
    introductions: &[String],
) -> Result<(Verified, Option<Value>)> {
    let receipt = &read.receipt;
    let trust = Trust { key: options.key.as_deref(), introductions, witnesses: &options.witnesses };
    let mut verified =
        ledger::verify_with(receipt, &trust).map_err(|error: VerifyError| anyhow::anyhow!(error))?;
    let body = vault::open_receipt_body(receipt).context("the sealed content does not open")?;
    let body = body
        .map(|bytes| serde_json::from_slice(&bytes).context("the sealed content is not JSON"))
        .transpose()?;
    read.check(body.as_ref())?;
    if read.document.is_some() {
        verified.statements.push(Statement::RecordMatches);
    }
    Ok((verified, body))
}

fn say(options: &Verify, receipt: &Receipt, verified: &Verified, body: Option<&Value>) -> Result<()> {
    let statements: Vec<String> = verified.statements.iter().map(ToString::to_string).collect();
    if options.json {
        let result = json!({
            "valid": verified.published, "published": verified.published, "trusted": verified.trusted,
            "statements": statements, "facts": receipt.facts, "content": body,
            "witnesses": verified.witnesses.iter().map(|one| json!({ "name": one.witness, "at": one.at })).collect::<Vec<_>>(),
        });
        return print(&serde_json::to_string_pretty(&result)?);
    }
    let verdict = match (verified.published, verified.trusted) {
        (true, true) => "The receipt holds, and the key is the one you trust.",
        (true, false) => "The receipt holds. Give --key to be sure who signed it.",
        (false, _) => {
            "Not proven: the receipt fits itself, but carries no proof. Fetch it again from the service."
        }
    };
    let mut said = format!("{}\n\n", strong(verdict));
    let _ = writeln!(
        said,
        "  {} at {}, service {}",
        receipt.facts.kind.as_str(),
        receipt.facts.at,
        receipt.service
    );
    for statement in statements {
        let _ = writeln!(said, "  · {statement}");
    }
    if let Some(body) = body {
        let _ = write!(said, "\nWhat was recorded:\n{}", serde_json::to_string_pretty(body)?);
    }
    print(&said)
}

fn print(text: &str) -> Result<()> {
    out::line(format_args!("{}", text.trim_end()))
}

fn failed(options: &Verify, reason: &str) -> Result<Ending> {
    if options.json {
        print(&serde_json::to_string_pretty(&json!({ "valid": false, "reason": reason }))?)?;
    } else {
        print(&format!("{}\n\n  {reason}", strong("The receipt does not hold, or could not be checked.")))?;
    }
    Ok(Ending::Faults)
}

fn strong(text: &str) -> String {
    let plain = !std::io::stdout().is_terminal()
        || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if plain { text.to_owned() } else { format!("\x1b[1m{text}\x1b[0m") }
}
