//! How bytes and times stand in JSON: hexadecimal for hashes, standard base64 for everything longer, and times
//! in whole microseconds.
//!
//! Decoding is strict (one text per value, no second spelling), so that a receipt cannot be altered unnoticed
//! by respelling it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Bytes of lower-case hexadecimal; nothing else is accepted.
pub(crate) fn unhex(digits: &str) -> Option<Vec<u8>> {
    let half = |digit: &u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(half(high)? << 4 | half(low)?)).collect()
}

/// Standard base64 with padding.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Bytes of standard base64 with padding.
pub(crate) fn unbase64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// For `#[serde(with)]`: bytes as base64.
pub(crate) mod base64_bytes {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(crate) fn serialize<S: Serializer>(bytes: &[u8], s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&super::base64(bytes))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>, T: TryFrom<Vec<u8>>>(d: D) -> Result<T, D::Error> {
        let text = String::deserialize(d)?;
        let bytes = super::unbase64(&text).ok_or_else(|| D::Error::custom("expected standard base64"))?;
        T::try_from(bytes).map_err(|_| D::Error::custom("the decoded bytes have the wrong length"))
    }
}

/// For `#[serde(with)]`: optional bytes as base64.
pub(crate) mod base64_opt {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer, de::Error as _};

    pub(crate) fn serialize<S: Serializer, T: AsRef<[u8]>>(
        bytes: &Option<T>,
        s: S,
    ) -> Result<S::Ok, S::Error> {
        bytes.as_ref().map(|bytes| super::base64(bytes.as_ref())).serialize(s)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>, T: TryFrom<Vec<u8>>>(
        d: D,
    ) -> Result<Option<T>, D::Error> {
        let Some(text) = Option::<String>::deserialize(d)? else { return Ok(None) };
        let bytes = super::unbase64(&text).ok_or_else(|| D::Error::custom("expected standard base64"))?;
        T::try_from(bytes).map(Some).map_err(|_| D::Error::custom("the decoded bytes have the wrong length"))
    }
}

/// For `#[serde(with)]`: a time, which must be in whole microseconds (what the facts commit to).
pub(crate) mod micros {
    use jiff::Timestamp;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer, de::Error as _};

    pub(crate) fn serialize<S: Serializer>(at: &Timestamp, s: S) -> Result<S::Ok, S::Error> {
        super::whole(*at).serialize(s)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Timestamp, D::Error> {
        let at = Timestamp::deserialize(d)?;
        if super::whole(at) == at { Ok(at) } else { Err(D::Error::custom("a time finer than a microsecond")) }
    }
}

/// For `#[serde(with)]`: an optional time in whole microseconds.
pub(crate) mod micros_opt {
    use jiff::Timestamp;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer, de::Error as _};

    pub(crate) fn serialize<S: Serializer>(at: &Option<Timestamp>, s: S) -> Result<S::Ok, S::Error> {
        at.map(super::whole).serialize(s)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Timestamp>, D::Error> {
        let at = Option::<Timestamp>::deserialize(d)?;
        match at {
            Some(at) if super::whole(at) != at => Err(D::Error::custom("a time finer than a microsecond")),
            at => Ok(at),
        }
    }
}

/// The time cut to whole microseconds, as rows and facts keep it.
fn whole(at: jiff::Timestamp) -> jiff::Timestamp {
    jiff::Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}
