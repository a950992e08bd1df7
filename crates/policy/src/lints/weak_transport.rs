//! A transport that is promised weaker than it is.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a promise of transport encryption below 128 bits.
    ///
    /// ## Why is this bad?
    /// Nothing below is considered safe, and the built-in server offers nothing below. With `256` it offers 256-bit
    /// suites only (WE-14).
    ///
    /// ## Example
    /// ```yaml
    /// security: { tls_bits: 64 }
    /// ```
    /// ## Instead
    /// ```yaml
    /// security: { tls_bits: 256 }
    /// ```
    "A0601", Error, "a transport promised too weak", law "GDPR Art. 32(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.policy.security.tls_bits.is_some_and(|bits| bits < 128) {
        let at = cx.value("security/tls_bits");
        told.push(
            LINT.breach("a transport of this strength protects nobody").at(at).help("write `128` or `256`"),
        );
    }
}
