//! The second factor: TOTP (RFC 6238), SHA-1, six digits, 30 seconds, one step of skew. A step is
//! accepted once: the caller keeps the last one used.

use totp_rs::{Builder, Secret};
use vault::Entropy;
use zeroize::Zeroizing;

/// Bytes of a secret, as RFC 4226 recommends.
pub const SECRET_BYTES: usize = 20;

/// What an authenticator app is given.
#[derive(Clone)]
pub struct Enrolment {
    /// The secret to type in by hand, in base 32.
    pub secret: Zeroizing<String>,
    /// The `otpauth://` address behind the code.
    pub uri: Zeroizing<String>,
    /// The same as a QR code, as SVG.
    pub qr: Zeroizing<String>,
}

/// The secret cannot be used: wrong length or an unusable account name.
#[derive(Debug, thiserror::Error)]
#[error("the second factor could not be prepared: {0}")]
pub struct Unusable(String);

/// A fresh secret from the service's own randomness.
#[must_use]
pub fn secret(entropy: &dyn Entropy) -> Zeroizing<[u8; SECRET_BYTES]> {
    let mut bytes = Zeroizing::new([0_u8; SECRET_BYTES]);
    entropy.fill(bytes.as_mut());
    bytes
}

/// What to show once, so that an app can take the secret over.
///
/// # Errors
/// [`Unusable`], where no address can be made of it.
pub fn enrolment(secret: &[u8], service: &str, account: &str) -> Result<Enrolment, Unusable> {
    let plain = |text: &str| text.replace(':', " ");
    let totp = Builder::new()
        .with_secret(Secret::new(secret.to_vec().into_boxed_slice()))
        .with_issuer(Some(plain(service)))
        .with_account_name(plain(account))
        .build()
        .map_err(|error| Unusable(error.to_string()))?;
    let uri = totp.to_url().map_err(|error| Unusable(error.to_string()))?;
    let qr = super::qr::svg(&uri, "QR code for your authenticator app")
        .ok_or_else(|| Unusable("the account name is too long".to_owned()))?;
    Ok(Enrolment {
        secret: Zeroizing::new(totp.secret().to_base32()),
        uri: Zeroizing::new(uri),
        qr: Zeroizing::new(qr),
    })
}

/// The time step of a right code that is newer than the last one used; `None` for a wrong or
/// replayed code. Spaces in the code are ignored.
#[must_use]
pub fn check(secret: &[u8], code: &str, seconds: u64, last_step: Option<u64>) -> Option<u64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let totp = Builder::new()
        .with_secret(Secret::new(secret.to_vec().into_boxed_slice()))
        .with_account_name("abide")
        .build()
        .ok()?;
    let step = totp.check(&digits, seconds)?;
    last_step.is_none_or(|last| step > last).then_some(step)
}

/// The code an app would show now; for tests and the demo's own sign-in link.
#[must_use]
pub fn code(secret: &[u8], seconds: u64) -> Option<String> {
    let totp = Builder::new()
        .with_secret(Secret::new(secret.to_vec().into_boxed_slice()))
        .with_account_name("abide")
        .build()
        .ok()?;
    Some(totp.generate(seconds).to_string())
}
