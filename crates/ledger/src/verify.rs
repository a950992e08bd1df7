//! Checking a receipt offline, and saying in plain words what it proves and what not.

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::facts::commit;
use crate::hash::{Hash, sha256};
use crate::leaf::key_commitment;
use crate::note::{NoteError, VerifierKey};
use crate::proof::{ProofError, verify_inclusion};
use crate::receipt::{Proof, RECEIPT_FORMAT, Receipt};
use crate::statement::Statement;

/// What a receipt proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// What is proven and what not, in the order to read it.
    pub statements: Vec<Statement>,
    /// Whether the entry is proven to be in a published state of the log.
    pub published: bool,
    /// Whether that state is signed with the key the reader trusts.
    pub trusted: bool,
    /// That state.
    pub checkpoint: Option<Checkpoint>,
    /// The sealed body, checked against the leaf. `vault::open_receipt_body` opens it.
    pub body: Option<Vec<u8>>,
}

/// Which check failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// Not a receipt of this version.
    #[error("the receipt's format is not `{RECEIPT_FORMAT}`: use a newer program to check it")]
    Format,
    /// Of a leaf version this program does not know.
    #[error("the receipt's leaf has version {0}, which this program does not know: use a newer one")]
    LeafVersion(u8),
    /// Facts or salt do not fit the leaf.
    #[error("the facts are not those the log entry commits to: the facts or the salt were changed")]
    Facts,
    /// The body does not fit the leaf.
    #[error("the sealed content is not the one the log entry names: it was changed")]
    Body,
    /// The entry key does not fit the leaf.
    #[error("the entry key is not the one the log entry commits to: it was changed or is of another entry")]
    EntryKey,
    /// Service, origin and key do not belong together.
    #[error("the receipt's service, origin and key do not belong together: {0}")]
    Origin(&'static str),
    /// The trusted key cannot be read.
    #[error("the trusted key cannot be read: {0}")]
    TrustedKey(NoteError),
    /// The receipt's own key cannot be read.
    #[error("the receipt's verifier key cannot be read: {0}")]
    VerifierKey(NoteError),
    /// Signed with another key than the trusted one.
    #[error("the receipt is of the key `{found}`, not of the key you trust, `{trusted}`")]
    OtherKey {
        /// The reader's key.
        trusted: String,
        /// The receipt's key.
        found: String,
    },
    /// The checkpoint is none, or is not signed.
    #[error("the checkpoint does not hold: {0}")]
    Checkpoint(CheckpointError),
    /// The inclusion proof fails.
    #[error("the entry is not proven to be in the log: {0}")]
    Proof(ProofError),
}

/// Checks a receipt without any connection, optionally against a verifier key that the reader has from elsewhere.
///
/// # Errors
/// The first check that fails. The signature is checked before the proof, so that a failing proof means that
/// leaf or proof were changed, not the checkpoint.
pub fn verify(receipt: &Receipt, trusted_key: Option<&str>) -> Result<Verified, VerifyError> {
    let mut statements = check_leaf(receipt)?;
    let key = check_key(receipt, trusted_key)?;
    let checkpoint = receipt.proof.as_ref().map(|proof| check_proof(receipt, proof, &key)).transpose()?;
    let trusted = trusted_key.is_some() && checkpoint.is_some();
    match &checkpoint {
        Some(Checkpoint { size, .. }) => {
            statements.push(Statement::Included { index: receipt.leaf.index, size: *size });
            statements.extend(signed(&key, trusted));
        }
        None => statements.push(Statement::NotYetPublished),
    }
    let (published, body) = (checkpoint.is_some(), receipt.body.clone());
    Ok(Verified { statements, published, trusted, checkpoint, body })
}

fn signed(key: &VerifierKey, trusted: bool) -> Vec<Statement> {
    if trusted {
        vec![Statement::SignedByTrustedKey(key.to_string()), Statement::SameLogNotProven]
    } else {
        vec![
            Statement::SignedByOwnKey(key.to_string()),
            Statement::OnlySelfConsistent,
            Statement::SameLogNotProven,
        ]
    }
}

/// Whether facts, body and key fit the leaf.
fn check_leaf(receipt: &Receipt) -> Result<Vec<Statement>, VerifyError> {
    let leaf = &receipt.leaf;
    if receipt.format != RECEIPT_FORMAT {
        return Err(VerifyError::Format);
    }
    if leaf.version != 1 {
        return Err(VerifyError::LeafVersion(leaf.version));
    }
    if commit(&receipt.facts, &receipt.salt) != leaf.facts {
        return Err(VerifyError::Facts);
    }
    let mut statements = vec![Statement::FactsMatch];
    statements.push(match &receipt.body {
        Some(body) if sha256(body) == leaf.body => Statement::BodyMatches,
        Some(_) => return Err(VerifyError::Body),
        None if leaf.body == sha256(&[]) => Statement::NoBody,
        None => Statement::BodyWithheld,
    });
    match receipt.entry_key {
        Some(key) if key_commitment(&key) == leaf.key => statements.push(Statement::KeyMatches),
        Some(_) => return Err(VerifyError::EntryKey),
        None => {}
    }
    Ok(statements)
}

/// The key to check the checkpoint with: the trusted one, which the receipt's must equal, else the receipt's.
fn check_key(receipt: &Receipt, trusted: Option<&str>) -> Result<VerifierKey, VerifyError> {
    let own: VerifierKey = receipt.verifier_key.parse().map_err(VerifyError::VerifierKey)?;
    if own.name() != receipt.origin {
        return Err(VerifyError::Origin("the key's name is not the origin"));
    }
    if receipt.origin.rsplit('/').next() != Some(receipt.service.as_str()) {
        return Err(VerifyError::Origin("the origin does not end in the service"));
    }
    let Some(trusted) = trusted else { return Ok(own) };
    let trusted: VerifierKey = trusted.trim().parse().map_err(VerifyError::TrustedKey)?;
    if trusted == own {
        Ok(trusted)
    } else {
        Err(VerifyError::OtherKey { trusted: trusted.to_string(), found: own.to_string() })
    }
}

fn check_proof(receipt: &Receipt, proof: &Proof, key: &VerifierKey) -> Result<Checkpoint, VerifyError> {
    let checkpoint = Checkpoint::verify(&proof.checkpoint, key).map_err(VerifyError::Checkpoint)?;
    let leaf: Hash = receipt.leaf.hash();
    verify_inclusion(&leaf, receipt.leaf.index, checkpoint.size, &proof.inclusion, &checkpoint.root)
        .map_err(VerifyError::Proof)?;
    Ok(checkpoint)
}
