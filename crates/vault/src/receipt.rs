//! Opening the body that a receipt carries, with the key that it carries.

use ledger::Receipt;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::subject::EntryKey;

/// The plain body of a receipt; none if it carries no body or no key.
///
/// Checks body and key against the leaf; that the leaf is in the log is [`ledger::verify()`]'s.
///
/// # Errors
/// If they do not fit, or the body does not open.
pub fn open_receipt_body(receipt: &Receipt) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    let (Some(body), Some(key)) = (&receipt.body, receipt.entry_key) else { return Ok(None) };
    let key = EntryKey::revealed(receipt.facts.id, key);
    if ledger::sha256(body) != receipt.leaf.body || key.commitment() != receipt.leaf.key {
        return Err(Error::Receipt);
    }
    key.open(&receipt.service, body).map(Some)
}
