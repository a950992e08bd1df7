//! Passwords: strong enough (zxcvbn), kept as Argon2id with 19 MiB and two passes at least
//! (OWASP's floor), never in plain text anywhere (PC-24).

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use vault::Entropy;

/// The longest password taken, in bytes: longer input only costs work.
pub const LONGEST: usize = 256;

/// Memory in KiB and passes of Argon2id.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// A password that is too easy to guess, with what would help (message ids of the console).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weak {
    /// What is wrong with it, as one sentence without the password.
    pub why: String,
    /// What would make it stronger.
    pub advice: Vec<String>,
}

/// Holds the password against what an attacker would try first.
///
/// # Errors
/// [`Weak`], where zxcvbn scores it below 3 of 4, with its advice.
pub fn check(password: &str, about: &[&str]) -> Result<(), Weak> {
    if password.len() > LONGEST {
        return Err(Weak {
            why: format!("it is longer than {LONGEST} bytes"),
            advice: vec!["Use a shorter passphrase.".to_owned()],
        });
    }
    let found = zxcvbn::zxcvbn(password, about);
    if found.score() >= zxcvbn::Score::Three {
        return Ok(());
    }
    let feedback = found.feedback();
    let why = feedback
        .and_then(zxcvbn::feedback::Feedback::warning)
        .map_or_else(|| "it would be guessed too quickly".to_owned(), |w| w.to_string());
    let mut advice: Vec<String> =
        feedback.map(|f| f.suggestions().iter().map(ToString::to_string).collect()).unwrap_or_default();
    advice.push(
        "Four or more unrelated words make a password that is long and easy to keep in mind.".to_owned(),
    );
    Err(Weak { why, advice })
}

/// The password could not be hashed: the machine is out of memory.
#[derive(Debug, thiserror::Error)]
#[error("the password could not be hashed (Argon2id needs {} MiB of free memory)", MEMORY_KIB / 1024)]
pub struct Unhashable;

/// The PHC string of a password, under a salt from the service's own randomness.
///
/// # Errors
/// [`Unhashable`], where the memory for it is not there.
pub fn hash(password: &str, entropy: &dyn Entropy) -> Result<String, Unhashable> {
    let mut salt = [0_u8; 16];
    entropy.fill(&mut salt);
    let hashed: PasswordHash =
        engine()?.hash_password_with_salt(password.as_bytes(), &salt).map_err(|_| Unhashable)?;
    Ok(hashed.to_string())
}

/// Whether the password is the one behind the hash; a hash that does not parse never matches.
#[must_use]
pub fn matches(password: &str, hash: &str) -> bool {
    let (Ok(engine), Ok(parsed)) = (engine(), PasswordHash::new(hash)) else { return false };
    engine.verify_password(password.as_bytes(), &parsed).is_ok()
}

/// A hash no password has, with the same cost: what an unknown account is checked against, so that
/// unknown and known take the same time.
pub const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn engine() -> Result<Argon2<'static>, Unhashable> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|_| Unhashable)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}
