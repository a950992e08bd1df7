//! The style sheet, the mark and the one script (of the page that checks receipts): the only files a page asks for. Their names hold their hash, so they may be kept for
//! ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::fault::Fault;

/// The one style sheet, as it is written.
const CSS_SOURCE: &str = include_str!("../assets/abide.css");
/// Built from `verifier/`; `cargo xtask verifier --check` compares.
const VERIFY: &str = include_str!("../assets/verify.js");
const MARK: &str = include_str!("../assets/mark.svg");

pub(crate) static CSS: LazyLock<String> = LazyLock::new(|| tight(CSS_SOURCE));
static CSS_NAME: LazyLock<String> = LazyLock::new(|| format!("{:016x}.css", fingerprint(&CSS)));
static MARK_NAME: LazyLock<String> = LazyLock::new(|| format!("{:016x}.svg", fingerprint(MARK)));

static VERIFY_NAME: LazyLock<String> = LazyLock::new(|| format!("{:016x}.js", fingerprint(VERIFY)));

/// The verifying script's address under a base path.
pub(crate) fn verify(base: &str) -> String {
    format!("{base}/assets/{}", *VERIFY_NAME)
}

/// The style sheet's address under a base path.
pub(crate) fn css(base: &str) -> String {
    format!("{base}/assets/{}", *CSS_NAME)
}

/// The mark's address under a base path.
pub(crate) fn mark(base: &str) -> String {
    format!("{base}/assets/{}", *MARK_NAME)
}

/// The style sheet without its remarks and line breaks: a quarter less to send. Its strings hold none of either.
fn tight(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    for (index, part) in css.split("/*").enumerate() {
        let code = if index == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) };
        code.lines().for_each(|line| out.push_str(line.trim()));
    }
    [" { ", "; ", ": ", ", ", " }"].iter().fold(out, |css, wide| css.replace(wide, wide.trim()))
}

/// FNV-1a: names a version of a file of our own; nothing rests on it being hard to find another.
fn fingerprint(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

pub(crate) async fn show(Path(name): Path<String>) -> Result<Response, Fault> {
    let (kind, body) = match name {
        name if name == *CSS_NAME => ("text/css; charset=utf-8", CSS.as_str()),
        name if name == *VERIFY_NAME => ("text/javascript; charset=utf-8", VERIFY),
        name if name == *MARK_NAME => ("image/svg+xml", MARK),
        _ => return Err(Fault::NotFound),
    };
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")], body)
        .into_response())
}
