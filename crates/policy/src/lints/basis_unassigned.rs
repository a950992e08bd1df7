//! A legal basis that is listed, and rests under nothing.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a legal basis that `general/bases` lists and no purpose rests on.
    ///
    /// ## Why is this bad?
    /// A list of bases tells nobody which of them covers what. With a legitimate interest it also keeps back the
    /// interest; without it nobody can weigh it or object.
    ///
    /// ## Example
    /// ```yaml
    /// general: { bases: [contract, legitimate-interest] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// general: { bases: [contract] }
    /// ```
    "A0237", Error, "a legal basis that is listed for nothing", law "GDPR Art. 13(1)(c) and 13(1)(d)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for (basis, at) in cx.written("general/bases") {
        let of = |purpose: &&crate::model::Purpose| cx.has(&format!("purposes/{}/basis", purpose.name));
        if cx.policy.purposes.iter().filter(of).any(|purpose| purpose.basis.as_str() == basis) {
            continue;
        }
        let found = LINT.breach(format!("`{basis}` is listed, and no purpose is said to rest on it")).at(at);
        let help = match basis {
            "legitimate-interest" => {
                "give the purposes that rest on it `basis: legitimate-interest` and `interest:`"
            }
            _ => "write it as the `basis` of the purposes that rest on it",
        };
        told.push(found.help(help));
    }
}
