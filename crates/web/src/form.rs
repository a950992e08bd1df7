//! What a form sent: read once, strictly, with the faults a stranger may send told apart: too much, not a form, not
//! text, the same field twice.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;

use crate::fault::Fault;

/// The most bytes a form may have.
pub(crate) const MOST: usize = 256 * 1024;

/// The fields of a form in the order sent, repeated ones included.
#[derive(Default)]
pub(crate) struct Posted(Vec<(String, String)>);

impl Posted {
    /// The fields of an `application/x-www-form-urlencoded` body.
    pub fn parse(body: &[u8]) -> Result<Self, Fault> {
        let pairs = body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
        pairs.map(pair).collect::<Result<_, _>>().map(Self)
    }

    /// The one value of a field, trimmed of nothing; empty where it was not sent.
    pub fn one(&self, name: &str) -> Result<&str, Fault> {
        let mut found = self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let value = found.next().unwrap_or_default();
        if found.next().is_some() { Err(Fault::Twice) } else { Ok(value) }
    }

    /// Every value of a field.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect()
    }

    /// Every field whose name is none of these.
    pub fn others(&self, names: &[&str]) -> Vec<(String, String)> {
        self.0.iter().filter(|(key, _)| !names.contains(&key.as_str())).cloned().collect()
    }
}

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &S) -> Result<Self, Fault> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let is_form = kind
            .split(';')
            .next()
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"));
        let is_empty = kind.is_empty() && http_body_is_empty(&request);
        if !is_form && !is_empty {
            return Err(Fault::NotAForm);
        }
        let body = to_bytes(request.into_body(), MOST).await.map_err(|_| Fault::TooLarge)?;
        Self::parse(&body)
    }
}

/// A button alone may send nothing, and then says no content type.
fn http_body_is_empty(request: &Request) -> bool {
    request.headers().get(header::CONTENT_LENGTH).is_none_or(|length| length == "0")
}

fn pair(pair: &[u8]) -> Result<(String, String), Fault> {
    let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
        Some(at) => {
            let (name, value) = pair.split_at(at);
            (name, value.get(1..).unwrap_or_default())
        }
        None => (pair, &[][..]),
    };
    Ok((decode(name)?, decode(value)?))
}

/// Percent-decoding; what is not UTF-8 then is refused, not repaired: it would be stored as something else.
fn decode(text: &[u8]) -> Result<String, Fault> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => match (rest.next().and_then(digit), rest.next().and_then(digit)) {
                (Some(high), Some(low)) => high * 16 + low,
                _ => return Err(Fault::NotText),
            },
            byte => *byte,
        });
    }
    String::from_utf8(bytes).map(|text| text.replace("\r\n", "\n")).map_err(|_| Fault::NotText)
}

fn digit(byte: &u8) -> Option<u8> {
    char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_it_was_typed() {
        let posted =
            Posted::parse("contact.name=Kari+Nordmann&m=%C3%A5+b%0D%0Ac&accepted=a&accepted=b&&x".as_bytes())
                .unwrap();
        assert_eq!(posted.one("contact.name").unwrap(), "Kari Nordmann");
        assert_eq!(posted.one("m").unwrap(), "å b\nc");
        assert_eq!(posted.all("accepted"), ["a", "b"]);
        assert_eq!(posted.one("none").unwrap(), "");
        assert!(matches!(posted.one("accepted"), Err(Fault::Twice)));
        assert_eq!(
            posted.others(&["accepted", "m", "x"]),
            [("contact.name".to_owned(), "Kari Nordmann".to_owned())]
        );
    }

    #[test]
    fn what_is_not_text_is_refused_and_not_repaired() {
        for body in ["a=%ff", "a=%C3", "a=%zz", "a=%2", "%fe=b"] {
            assert!(matches!(Posted::parse(body.as_bytes()), Err(Fault::NotText)), "{body}");
        }
        assert!(matches!(Posted::parse(b"a=\xff"), Err(Fault::NotText)));
    }
}
