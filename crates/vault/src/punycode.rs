//! Punycode (RFC 3492), decoding only: `xn--blbr-roah.no` and `blåbær.no` are one domain.

const BASE: u32 = 36;
const TMIN: u32 = 1;
const TMAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;

/// The text of what stands after `xn--`; none if it is not Punycode, or of plain ASCII.
pub(crate) fn decode(encoded: &str) -> Option<String> {
    let (plain, digits) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut out: Vec<char> = plain.chars().collect();
    let (mut code, mut place, mut bias) = (128_u32, 0_u32, 72);
    let mut digits = digits.bytes().peekable();
    while digits.peek().is_some() {
        let before = place;
        place = integer(&mut digits, place, bias)?;
        let count = u32::try_from(out.len()).ok()?.checked_add(1)?;
        bias = adapt(place - before, count, before == 0);
        code = code.checked_add(place / count)?;
        place %= count;
        out.insert(place as usize, char::from_u32(code)?);
        place += 1;
    }
    let text: String = out.into_iter().collect();
    (!text.is_ascii()).then_some(text)
}

/// One number of variable length, added to `start`.
fn integer(digits: &mut impl Iterator<Item = u8>, start: u32, bias: u32) -> Option<u32> {
    let (mut sum, mut weight, mut step) = (start, 1_u32, BASE);
    loop {
        let digit = match digits.next()? {
            letter @ b'a'..=b'z' => u32::from(letter - b'a'),
            number @ b'0'..=b'9' => u32::from(number - b'0') + 26,
            _ => return None,
        };
        sum = sum.checked_add(digit.checked_mul(weight)?)?;
        let threshold = step.saturating_sub(bias).clamp(TMIN, TMAX);
        if digit < threshold {
            return Some(sum);
        }
        weight = weight.checked_mul(BASE - threshold)?;
        step = step.checked_add(BASE)?;
    }
}

fn adapt(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / count;
    let mut steps = 0;
    while delta > (BASE - TMIN) * TMAX / 2 {
        delta /= BASE - TMIN;
        steps += BASE;
    }
    steps + (BASE - TMIN + 1) * delta / (delta + SKEW)
}
