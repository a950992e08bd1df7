//! `abide verify`: a receipt, offline. No connection, no database, no key of ours.

use std::io::IsTerminal;

use anyhow::{Context, Result};
use ledger::{Receipt, Verified, VerifyError};
use serde_json::{Value, json};

use crate::Ending;
use crate::cli::Verify;

/// Verifies and says in plain words what is proven and what is not.
pub fn run(options: &Verify) -> Result<Ending> {
    let file = options.receipt.display();
    let bytes = std::fs::read(&options.receipt).with_context(|| format!("cannot read {file}"))?;
    let receipt = match Receipt::from_json(&bytes) {
        Ok(receipt) => receipt,
        Err(error) => return failed(options, &error.to_string()),
    };
    let key = options.key.as_deref().map(str::trim);
    match check(&receipt, key) {
        Ok((verified, body)) => {
            say(options, &receipt, &verified, body.as_ref())?;
            Ok(Ending::Well)
        }
        Err(error) => failed(options, &format!("{error:#}")),
    }
}

fn check(receipt: &Receipt, key: Option<&str>) -> Result<(Verified, Option<Value>)> {
    let verified = ledger::verify(receipt, key).map_err(|error: VerifyError| anyhow::anyhow!(error))?;
    let body = vault::open_receipt_body(receipt).context("the sealed content does not open")?;
    let body = body
        .map(|bytes| serde_json::from_slice(&bytes).context("the sealed content is not JSON"))
        .transpose()?;
    Ok((verified, body))
}

fn say(options: &Verify, receipt: &Receipt, verified: &Verified, body: Option<&Value>) -> Result<()> {
    let statements: Vec<String> = verified.statements.iter().map(ToString::to_string).collect();
    if options.json {
        let result = json!({
            "valid": true, "published": verified.published, "trusted": verified.trusted,
            "statements": statements, "facts": receipt.facts, "content": body,
        });
        println!("{}", serde_json::to_string_pretty(&result)?);
        return Ok(());
    }
    let verdict = match (verified.published, verified.trusted) {
        (true, true) => "The receipt holds, and the key is the one you trust.",
        (true, false) => "The receipt holds. Give --key to be sure who signed it.",
        (false, _) => "The receipt fits itself, but its proof has not been published yet.",
    };
    println!("{}\n", strong(verdict));
    println!("  {} at {}, service {}", receipt.facts.kind.as_str(), receipt.facts.at, receipt.service);
    for statement in statements {
        println!("  · {statement}");
    }
    if let Some(body) = body {
        println!("\nWhat was recorded:\n{}", serde_json::to_string_pretty(body)?);
    }
    Ok(())
}

fn failed(options: &Verify, reason: &str) -> Result<Ending> {
    if options.json {
        println!("{}", serde_json::to_string_pretty(&json!({ "valid": false, "reason": reason }))?);
    } else {
        println!("{}\n\n  {reason}", strong("The receipt does not hold."));
    }
    Ok(Ending::Faults)
}

fn strong(text: &str) -> String {
    let plain = !std::io::stdout().is_terminal()
        || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if plain { text.to_owned() } else { format!("\x1b[1m{text}\x1b[0m") }
}
