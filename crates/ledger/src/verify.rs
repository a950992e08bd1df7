//! Checking a receipt offline, and saying in plain words what it proves and what not.

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::facts::commit;
use crate::hash::{Hash, sha256};
use crate::introduction::{Introduction, IntroductionError, Reached, reach};
use crate::leaf::key_commitment;
use crate::note::{NoteError, VerifierKey};
use crate::proof::{ProofError, verify_inclusion};
use crate::receipt::{Proof, RECEIPT_FORMAT, RECEIPT_FORMAT_2, Receipt};
use crate::statement::Statement;
use crate::witness::{Cosigned, WitnessKey};

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
    /// The trusted witnesses that cosigned it.
    pub witnesses: Vec<Cosigned>,
    /// The sealed body, checked against the leaf. `vault::open_receipt_body` opens it.
    pub body: Option<Vec<u8>>,
}

/// Which check failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// Not a receipt of this version.
    #[error(
        "the receipt's format is neither `{RECEIPT_FORMAT}` nor `{RECEIPT_FORMAT_2}`, or is not the one its fields \
         need: it was changed, or a newer program must check it"
    )]
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
    /// An introduction of a key does not hold.
    #[error("the change of the log's key is not proven: {0}")]
    Introduction(IntroductionError),
    /// Signed by an older key when the newer was in force already.
    #[error(
        "the checkpoint of {size} entries is signed with a key that was replaced when the log had {until}: it does not \
         count any more"
    )]
    Replaced {
        /// The checkpoint's size.
        size: u64,
        /// The size at the rotation.
        until: u64,
    },
    /// A witness' signature does not hold.
    #[error("a witness' signature does not hold: {0}")]
    Witness(NoteError),
    /// The checkpoint is none, or is not signed.
    #[error("the checkpoint does not hold: {0}")]
    Checkpoint(CheckpointError),
    /// The inclusion proof fails.
    #[error("the entry is not proven to be in the log: {0}")]
    Proof(ProofError),
}

/// What a reader has from elsewhere, and believes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Trust<'a> {
    /// The log's verifier key.
    pub key: Option<&'a str>,
    /// Signed introductions of the log's keys, beside those in the receipt; they need no trust.
    pub introductions: &'a [String],
    /// Witnesses.
    pub witnesses: &'a [WitnessKey],
}

/// Checks a receipt without any connection, optionally against a verifier key that the reader has from elsewhere.
///
/// # Errors
/// The first check that fails. The signature is checked before the proof, so that a failing proof means that
/// leaf or proof were changed, not the checkpoint.
pub fn verify(receipt: &Receipt, trusted_key: Option<&str>) -> Result<Verified, VerifyError> {
    verify_with(receipt, &Trust { key: trusted_key, ..Trust::default() })
}

/// The same with everything a reader may have: introductions of keys, and witnesses.
///
/// # Errors
/// As [`verify()`]; a trusted witness that did not sign is no error, one whose signature does not hold is.
pub fn verify_with(receipt: &Receipt, trust: &Trust<'_>) -> Result<Verified, VerifyError> {
    let mut statements = check_leaf(receipt)?;
    let own = own_key(receipt)?;
    check_introductions(receipt, &own)?;
    let trusted = trust.key.map(|key| key.trim().parse()).transpose().map_err(VerifyError::TrustedKey)?;
    let vouched = trusted.as_ref().map(|trusted| vouched(receipt, trust, trusted, &own)).transpose()?;
    let Some(proof) = &receipt.proof else {
        statements.push(Statement::NotYetPublished);
        let (body, witnesses) = (receipt.body.clone(), Vec::new());
        return Ok(Verified {
            statements,
            published: false,
            trusted: false,
            checkpoint: None,
            witnesses,
            body,
        });
    };
    let checkpoint = check_proof(receipt, proof, &own)?;
    if let Some(Vouched::Earlier(until)) = vouched
        && checkpoint.size > until
    {
        return Err(VerifyError::Replaced { size: checkpoint.size, until });
    }
    statements.push(Statement::Included { index: receipt.leaf.index, size: checkpoint.size });
    statements.extend(signed(&own, trusted.as_ref(), vouched));
    let witnesses = witnessed(proof, trust.witnesses, &mut statements)?;
    let body = receipt.body.clone();
    Ok(Verified {
        statements,
        published: true,
        trusted: trusted.is_some(),
        checkpoint: Some(checkpoint),
        witnesses,
        body,
    })
}

/// How the trusted key vouches for the receipt's.
#[derive(Clone, Copy)]
enum Vouched {
    Itself,
    Later,
    Earlier(u64),
    /// It signed the checkpoint as well, during the time both keys sign.
    Beside,
}

fn vouched(
    receipt: &Receipt,
    trust: &Trust<'_>,
    trusted: &VerifierKey,
    own: &VerifierKey,
) -> Result<Vouched, VerifyError> {
    let mut introductions = trust.introductions.to_vec();
    introductions
        .extend(receipt.introductions.iter().filter(|note| !trust.introductions.contains(note)).cloned());
    match reach(&introductions, trusted, own).map_err(VerifyError::Introduction)? {
        Some(Reached::Itself) => return Ok(Vouched::Itself),
        Some(Reached::Later) => return Ok(Vouched::Later),
        Some(Reached::Earlier(size)) => return Ok(Vouched::Earlier(size)),
        None => {}
    }
    let signed_too =
        receipt.proof.as_ref().is_some_and(|proof| Checkpoint::verify(&proof.checkpoint, trusted).is_ok());
    if signed_too {
        return Ok(Vouched::Beside);
    }
    Err(VerifyError::OtherKey { trusted: trusted.to_string(), found: own.to_string() })
}

fn signed(key: &VerifierKey, trusted: Option<&VerifierKey>, vouched: Option<Vouched>) -> Vec<Statement> {
    let Some(trusted) = trusted else {
        return vec![Statement::SignedByOwnKey(key.to_string()), Statement::OnlySelfConsistent];
    };
    let (key, trusted) = (key.to_string(), trusted.to_string());
    vec![match vouched {
        Some(Vouched::Later) => Statement::SignedByVouchedKey { key, trusted, later: true },
        Some(Vouched::Earlier(_)) => Statement::SignedByVouchedKey { key, trusted, later: false },
        _ => Statement::SignedByTrustedKey(trusted),
    }]
}

/// Which of the trusted witnesses signed.
fn witnessed(
    proof: &Proof,
    witnesses: &[WitnessKey],
    statements: &mut Vec<Statement>,
) -> Result<Vec<Cosigned>, VerifyError> {
    let note =
        proof.checkpoint.parse().map_err(|error| VerifyError::Checkpoint(CheckpointError::Note(error)))?;
    let mut found = Vec::new();
    for witness in witnesses {
        match witness.verify(&note) {
            Ok(cosigned) => found.push(cosigned),
            Err(NoteError::NotSigned(_)) => {
                statements.push(Statement::NotCosigned(witness.name().to_owned()));
            }
            Err(error) => return Err(VerifyError::Witness(error)),
        }
    }
    statements.extend(found.iter().cloned().map(Statement::Cosigned));
    statements.push(if found.is_empty() { Statement::SameLogNotProven } else { Statement::TruthNotProven });
    Ok(found)
}

/// Whether facts, body and key fit the leaf.
fn check_leaf(receipt: &Receipt) -> Result<Vec<Statement>, VerifyError> {
    let leaf = &receipt.leaf;
    if receipt.format != receipt.format_needed() {
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

/// The receipt's own key, which must be of its log.
fn own_key(receipt: &Receipt) -> Result<VerifierKey, VerifyError> {
    let own: VerifierKey = receipt.verifier_key.parse().map_err(VerifyError::VerifierKey)?;
    if own.name() != receipt.origin {
        return Err(VerifyError::Origin("the key's name is not the origin"));
    }
    if receipt.origin.rsplit('/').next() != Some(receipt.service.as_str()) {
        return Err(VerifyError::Origin("the origin does not end in the service"));
    }
    Ok(own)
}

/// Introductions in a receipt hold, and are of its log's keys, also where nobody needs them.
fn check_introductions(receipt: &Receipt, own: &VerifierKey) -> Result<(), VerifyError> {
    for note in &receipt.introductions {
        let read = Introduction::verify(note).map_err(VerifyError::Introduction)?;
        if read.new.name() != own.name() {
            return Err(VerifyError::Introduction(IntroductionError::Names));
        }
    }
    Ok(())
}

fn check_proof(receipt: &Receipt, proof: &Proof, key: &VerifierKey) -> Result<Checkpoint, VerifyError> {
    let checkpoint = Checkpoint::verify(&proof.checkpoint, key).map_err(VerifyError::Checkpoint)?;
    let leaf: Hash = receipt.leaf.hash();
    verify_inclusion(&leaf, receipt.leaf.index, checkpoint.size, &proof.inclusion, &checkpoint.root)
        .map_err(VerifyError::Proof)?;
    Ok(checkpoint)
}
