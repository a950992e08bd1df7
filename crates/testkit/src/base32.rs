//! The secret of an authenticator app as its page shows it, as bytes.

/// The bytes behind base 32 without padding (RFC 4648).
///
/// # Panics
/// On any other sign.
#[must_use]
pub fn base32(text: &str) -> Vec<u8> {
    let (mut bits, mut count, mut out) = (0_u32, 0, Vec::new());
    for c in text.chars() {
        let value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(c).expect("base 32");
        bits = (bits << 5) | u32::try_from(value).expect("five bits");
        count += 5;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from((bits >> count) & 0xff).expect("eight bits"));
        }
    }
    out
}
