//! One policy, one text, one hash: JSON with sorted keys and no spaces (RFC 8785 over strings, integers and booleans).

use ring::digest::{SHA256, digest};
use serde::Serialize;
use serde_json::Value;

/// The canonical JSON of anything serialisable.
pub(crate) fn canonical(value: &impl Serialize) -> String {
    let mut out = String::new();
    // INVARIANT: the model holds strings, integers, booleans, lists and string-keyed maps only, so this cannot fail.
    write(&serde_json::to_value(value).unwrap_or(Value::Null), &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<(&String, &Value)> = map.iter().collect();
            keys.sort_by(|a, b| a.0.cmp(b.0));
            list(out, '{', '}', keys.into_iter(), |(key, value), out| {
                out.push_str(&Value::String(key.clone()).to_string());
                out.push(':');
                write(value, out);
            });
        }
        Value::Array(items) => list(out, '[', ']', items.iter(), write),
        other => out.push_str(&other.to_string()),
    }
}

fn list<T>(
    out: &mut String,
    open: char,
    close: char,
    items: impl Iterator<Item = T>,
    each: impl Fn(T, &mut String),
) {
    out.push(open);
    for (at, item) in items.enumerate() {
        if at > 0 {
            out.push(',');
        }
        each(item, out);
    }
    out.push(close);
}

/// The SHA-256 of a text in 64 lower-case hexadecimal digits.
pub(crate) fn sha256_hex(text: &str) -> String {
    sha256(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The SHA-256 of a text.
pub(crate) fn sha256(text: &str) -> [u8; 32] {
    let mut hash = [0; 32];
    for (to, from) in hash.iter_mut().zip(digest(&SHA256, text.as_bytes()).as_ref()) {
        *to = *from;
    }
    hash
}
