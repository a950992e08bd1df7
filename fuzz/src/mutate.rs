//! What becomes of bytes.

use crate::random::Random;

/// No input is larger: what is slow with the size of a file is measured by the bench.
const LARGEST: usize = 48 * 1024;

const WORDS: &[&str] = &[
    ":", ": ", "- ", "\n", "\n  ", "\n    ", "\r\n", "\t", "#", " # c", "'", "\"", "''", "[", "]", "{", "}", ", ", "|",
    ">", "|-\n  ", ">+\n  ", "&a ", "*a", "!t ", "? ", "---\n", "...\n", "%YAML 1.2\n", "<<: *a", "\\", "\\u00e6",
    "\\x0", "~", "null", "no", "NO", "0o17", "1.10", "2026-02-30", "\0", "\u{feff}", "\u{202e}", "é", "😀", "\u{85}",
    "\u{2028}", "\u{a0}", "include: [a.yaml, b.yaml]\n", "include: [../x.yaml]\n", "abide: 1\n", "abide-map: 1\n", "{ assumed: ",
    "${X}", "$KEY", "purposes:\n", "data:\n", "for: 999999999999 years", "99999999999999999999", "-1", "contact.name",
    "a.b.c", "..", "/", "privacy-policy", "event:", "fiscal-year-end", "[[[[[[[[", "{a: {a: {a: ", "- - - - - - ",
];

/// A new input made of one of `corpus`, with pieces of others.
pub fn input(random: &mut Random, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = excerpt(random, corpus);
    for _ in 0..=random.below(6) {
        change(random, &mut bytes, corpus);
    }
    bytes.truncate(LARGEST);
    if random.below(4) > 0 {
        bytes = String::from_utf8_lossy(&bytes).into_owned().into_bytes();
    }
    bytes
}

/// A whole input, or some lines of it.
fn excerpt(random: &mut Random, corpus: &[Vec<u8>]) -> Vec<u8> {
    let whole = random.one(corpus);
    if random.below(8) == 0 || whole.len() < 200 {
        return whole.clone();
    }
    let lines: Vec<&[u8]> = whole.split_inclusive(|b| *b == b'\n').collect();
    let from = random.below(lines.len());
    let count = 1 + random.below(40);
    lines[from..(from + count).min(lines.len())].concat()
}

fn change(random: &mut Random, bytes: &mut Vec<u8>, corpus: &[Vec<u8>]) {
    let at = random.below(bytes.len() + 1);
    let most = 1 << random.below(8);
    let to = (at + random.below(most)).min(bytes.len());
    match random.below(11) {
        0 => drop(bytes.drain(at..to)),
        1 => {
            let again = bytes[at..to].to_vec();
            insert(bytes, at, &again);
        }
        2 => {
            let times = 1 << random.below(9);
            let word = random.one(WORDS).repeat(times);
            insert(bytes, at, word.as_bytes());
        }
        3 | 4 | 5 => insert(bytes, at, random.one(WORDS).as_bytes()),
        6 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << random.below(8);
            }
        }
        7 => {
            let other = excerpt(random, corpus);
            insert(bytes, at, &other);
        }
        8 => indent(random, bytes, at),
        9 => {
            let cut = bytes.split_off(at);
            let mut swapped = cut;
            swapped.append(bytes);
            *bytes = swapped;
        }
        _ => bytes.truncate(to),
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, more: &[u8]) {
    if bytes.len() + more.len() <= LARGEST {
        bytes.splice(at..at, more.iter().copied());
    }
}

/// Moves some lines to the left or to the right.
fn indent(random: &mut Random, bytes: &mut Vec<u8>, at: usize) {
    let begin = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
    let (by, count) = (random.below(5), 1 + random.below(6));
    let mut out = bytes[..begin].to_vec();
    for (n, line) in bytes[begin..].split_inclusive(|b| *b == b'\n').enumerate() {
        match (n < count, by) {
            (true, 0) => out.extend(line.strip_prefix(b"  ".as_slice()).unwrap_or(line)),
            (true, by) => {
                out.extend(std::iter::repeat_n(b' ', by));
                out.extend(line);
            }
            _ => out.extend(line),
        }
    }
    *bytes = out;
}
