//! One policy, one text, one hash: the JSON Canonicalization Scheme (RFC 8785).
//!
//! Keys are sorted by their UTF-16 code units (section 3.2.3), numbers are written as ECMAScript writes them (3.2.2.3),
//! strings with the shortest escapes (3.2.2.2), and no spaces stand between.

use ring::digest::{SHA256, digest};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::cell::RefCell;
use std::io::{Result, Write};
use std::ops::Range;
use std::rc::Rc;

/// The canonical JSON of anything serialisable, written once: each object is put in order where it ends.
pub(crate) fn canonical(value: &impl Serialize) -> String {
    let written = Rc::new(RefCell::new(Written::default()));
    let mut out = Serializer::with_formatter(Out(Rc::clone(&written)), InOrder(Rc::clone(&written)));
    // INVARIANT: the model holds strings, integers, booleans, lists and string-keyed maps only, so this cannot fail.
    let _ = value.serialize(&mut out);
    let text = std::mem::take(&mut written.borrow_mut().text);
    String::from_utf8(text).unwrap_or_default()
}

/// What is written so far, and the objects that have not ended.
#[derive(Default)]
struct Written {
    text: Vec<u8>,
    /// Where each open object begins, and its first entry among all.
    open: Vec<(usize, usize)>,
    entries: Vec<Entry>,
    /// An object that is put in order.
    ordered: Vec<u8>,
}

/// A key in its quotes, and where its value ends.
struct Entry {
    key: Range<usize>,
    end: usize,
}

impl Written {
    fn open(&mut self) {
        self.open.push((self.text.len(), self.entries.len()));
    }

    /// Begins an entry of the object that was opened last.
    fn entry(&mut self) {
        let here = self.text.len();
        self.end_entry();
        self.entries.push(Entry { key: here..here, end: here });
    }

    /// Ends the key of the last entry.
    fn end_key(&mut self) {
        let here = self.text.len();
        self.entries.iter_mut().next_back().into_iter().for_each(|entry| entry.key.end = here);
    }

    /// Ends the last entry, if the object has one.
    fn end_entry(&mut self) {
        let (here, first) = (self.text.len(), self.open.last().map_or(0, |(_, first)| *first));
        self.entries.iter_mut().skip(first).next_back().into_iter().for_each(|entry| entry.end = here);
    }

    /// Puts the entries of the object that was opened last in order.
    fn close(&mut self) {
        self.end_entry();
        let Some((start, first)) = self.open.pop() else { return };
        let Written { text, entries, ordered, .. } = self;
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let mine = entries.get_mut(first..).unwrap_or_default();
        let quoted = |entry: &Entry| part(entry.key.clone());
        // Of letters, digits and `_`, as all keys are but an author's own, the bytes are in that order.
        if mine
            .iter()
            .all(|entry| inside(quoted(entry)).iter().all(|b| b.is_ascii_alphanumeric() || *b == b'_'))
        {
            mine.sort_unstable_by(|a, b| inside(quoted(a)).cmp(inside(quoted(b))));
        } else {
            mine.sort_by_cached_key(|entry| key(quoted(entry)).encode_utf16().collect::<Vec<_>>());
        }
        ordered.clear();
        for (n, entry) in mine.iter().enumerate() {
            ordered.push(if n == 0 { b'{' } else { b',' });
            ordered.extend_from_slice(part(entry.key.start..entry.end));
        }
        ordered.extend_from_slice(if mine.is_empty() { b"{}" } else { b"}" });
        text.truncate(start);
        text.extend_from_slice(ordered);
        entries.truncate(first);
    }
}

/// A key without its quotes.
fn inside(quoted: &[u8]) -> &[u8] {
    quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default()
}

/// A key as it was before it was escaped.
fn key(quoted: &[u8]) -> String {
    serde_json::from_slice(quoted).unwrap_or_default()
}

/// Where the serialiser writes.
struct Out(Rc<RefCell<Written>>);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.0.borrow_mut().text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

/// Says where objects and their entries begin and end, and how numbers are written; strings are escaped by serde_json
/// as section 3.2.2.2 asks.
struct InOrder(Rc<RefCell<Written>>);

impl Formatter for InOrder {
    fn begin_object<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        self.0.borrow_mut().open();
        Ok(())
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, _: &mut W, _: bool) -> Result<()> {
        self.0.borrow_mut().entry();
        Ok(())
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        self.0.borrow_mut().end_key();
        Ok(())
    }

    fn end_object<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        self.0.borrow_mut().close();
        Ok(())
    }

    fn write_i64<W: ?Sized + Write>(&mut self, out: &mut W, value: i64) -> Result<()> {
        out.write_all(whole(value.unsigned_abs(), value < 0).as_bytes())
    }

    fn write_u64<W: ?Sized + Write>(&mut self, out: &mut W, value: u64) -> Result<()> {
        out.write_all(whole(value, false).as_bytes())
    }

    fn write_f64<W: ?Sized + Write>(&mut self, out: &mut W, value: f64) -> Result<()> {
        out.write_all(ecmascript(value).as_bytes())
    }
}

/// The largest whole number up to which every one is a double.
const EXACT: u64 = 1 << 53;

/// A whole number as ECMAScript writes it.
fn whole(value: u64, negative: bool) -> String {
    let sign = if negative { "-" } else { "" };
    match value <= EXACT {
        true => format!("{sign}{value}"),
        // Beyond, the nearest double counts.
        false => format!("{sign}{}", ecmascript(value as f64)),
    }
}

/// ECMAScript's `Number::toString`: the shortest digits that give the same double, with an exponent only where the
/// point would stand more than 21 digits to the right or 6 to the left.
fn ecmascript(double: f64) -> String {
    if double == 0.0 {
        return "0".to_owned();
    }
    let shortest = format!("{:e}", double.abs());
    let digits = shortest.bytes().take_while(|b| *b != b'e').filter(u8::is_ascii_digit).count();
    // Of two texts equally short and near, ECMAScript takes the even one: rounding to that many digits does so.
    let even = format!("{:.*e}", digits.saturating_sub(1), double.abs());
    let (digits, exponent) = even.split_once('e').unwrap_or((&even, "0"));
    let digits = digits.replace('.', "");
    let point = exponent.parse::<i32>().unwrap_or(0) + 1;
    let sign = if double < 0.0 { "-" } else { "" };
    let before = usize::try_from(point).unwrap_or(0);
    let (whole, rest) = digits.split_at(before.min(digits.len()));
    match point {
        1..=21 if rest.is_empty() => format!("{sign}{whole:0<before$}"),
        1..=21 => format!("{sign}{whole}.{rest}"),
        -5..=0 => format!("{sign}0.{}{digits}", "0".repeat(point.unsigned_abs() as usize)),
        _ => {
            let (first, rest) = digits.split_at(1.min(digits.len()));
            let rest = if rest.is_empty() { String::new() } else { format!(".{rest}") };
            format!("{sign}{first}{rest}e{:+}", point - 1)
        }
    }
}

/// The SHA-256 of a text in 64 lower-case hexadecimal digits.
pub(crate) fn sha256_hex(text: &str) -> String {
    hex(&sha256(text))
}

/// Bytes in lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The SHA-256 of a text.
pub(crate) fn sha256(text: &str) -> [u8; 32] {
    let mut hash = [0; 32];
    for (to, from) in hash.iter_mut().zip(digest(&SHA256, text.as_bytes()).as_ref()) {
        *to = *from;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::{canonical, ecmascript};
    use serde_json::Value;

    fn of(json: &str) -> String {
        canonical(&serde_json::from_str::<Value>(json).unwrap())
    }

    /// RFC 8785, section 3.2.2 and 3.2.4.
    #[test]
    fn the_example_of_the_standard() {
        #[expect(clippy::excessive_precision, reason = "as the standard writes it")]
        let numbers = [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001];
        let string: Value =
            serde_json::from_str(r#""\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/""#).unwrap();
        let value =
            serde_json::json!({ "numbers": numbers, "string": string, "literals": [null, true, false] });
        let wanted = r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#;
        assert_eq!(canonical(&value), wanted);
    }

    /// RFC 8785, section 3.2.3: by UTF-16 code units, so that an emoji stands before a Hebrew letter.
    #[test]
    fn keys_are_sorted_by_utf_16() {
        let json = r#"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#;
        assert_eq!(of(json), "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{fb33}\":3}");
    }

    /// RFC 8785, appendix B.
    #[test]
    fn numbers_are_written_as_ecmascript_writes_them() {
        for (bits, wanted) in [
            (0x0000_0000_0000_0000_u64, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"),
            (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0x41b3_de43_5555_5557, "333333333.33333343"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] {
            assert_eq!(ecmascript(f64::from_bits(bits)), wanted, "{bits:x}");
        }
        assert_eq!(
            of("[9007199254740993, -1, 18446744073709551615]"),
            "[9007199254740992,-1,18446744073709552000]"
        );
    }
}
