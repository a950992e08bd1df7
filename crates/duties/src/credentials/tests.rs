use vault::Entropy;

use super::{password, qr, totp};

/// Bytes that count up: the same in every run.
struct Counting;

impl Entropy for Counting {
    fn fill(&self, out: &mut [u8]) {
        out.iter_mut().zip(1_u8..).for_each(|(out, byte)| *out = byte);
    }
}

#[test]
fn a_password_matches_its_own_hash_and_no_other() {
    let hash = password::hash("violet otter ladder seventeen", &Counting).unwrap();
    assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
    assert!(password::matches("violet otter ladder seventeen", &hash));
    assert!(!password::matches("violet otter ladder eighteen", &hash));
    assert!(
        !password::matches("", &hash)
            && !password::matches("violet", "")
            && !password::matches("violet", "$argon2id$")
    );
}

#[test]
fn nobodys_hash_costs_the_same_as_anybodys() {
    let own = password::hash("violet otter ladder seventeen", &Counting).unwrap();
    let head = |hash: &str| hash.rsplitn(3, '$').last().map(str::to_owned);
    assert_eq!(head(password::NOBODY), head(&own), "the same algorithm, memory and passes");
    assert_eq!(password::NOBODY.len(), own.len(), "and it parses to as many bytes");
    assert!(!password::matches("", password::NOBODY));
}

#[test]
fn weak_passwords_are_refused_with_advice() {
    for weak in ["", "password1", "wepack2026", "qwertyuiop", "Liv Lead 1"] {
        let refused = password::check(weak, &["Liv Lead", "wepack"]).unwrap_err();
        assert!(!refused.why.is_empty() && !refused.advice.is_empty(), "{weak}");
    }
    assert!(password::check("violet otter ladder seventeen", &[]).is_ok());
    assert!(password::check(&"violet otter ".repeat(40), &[]).is_err(), "long input only costs work");
}

/// RFC 6238, appendix B, cut to six digits.
#[test]
fn codes_are_those_of_the_rfc() {
    let secret = b"12345678901234567890";
    for (seconds, code) in
        [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")]
    {
        assert_eq!(totp::code(secret, seconds).as_deref(), Some(code));
        assert_eq!(totp::check(secret, code, seconds, None), Some(seconds / 30));
    }
}

#[test]
fn a_code_is_good_for_its_step_and_the_ones_beside_it_and_once() {
    let secret = b"12345678901234567890";
    let code = totp::code(secret, 3_000).unwrap();
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    assert_eq!(totp::check(secret, &spaced, 3_029, None), Some(100));
    assert_eq!(totp::check(secret, &code, 3_030, Some(99)), Some(100), "the step before the present one");
    assert_eq!(totp::check(secret, &code, 3_060, None), None, "two steps ago");
    assert_eq!(totp::check(secret, &code, 3_000, Some(100)), None, "replayed");
    for odd in ["", "12345", "1234567", "abcdef", "１２３４５６"] {
        assert_eq!(totp::check(secret, odd, 3_000, None), None);
    }
}

#[test]
fn an_enrolment_has_no_colon_in_its_names_and_its_picture_is_plain() {
    let shown = totp::enrolment(b"12345678901234567890", "Abide: WEPACK", "lead@wepack.example").unwrap();
    assert_eq!(shown.secret.as_str(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assert!(shown.uri.starts_with("otpauth://totp/"), "{}", shown.uri.as_str());
    let svg = qr::svg("x", "a \"code\" <now>").unwrap();
    assert!(svg.contains("aria-label=\"a &quot;code&quot; &lt;now>\"") && !svg.contains("style"));
    assert!(qr::svg(&"x".repeat(10_000), "").is_none());
}
