//! Rights that the text does not name.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a text that names some of the rights of Articles 15 to 21 and leaves out others.
    ///
    /// ## Why is this bad?
    /// People use the rights they read of. A text that names access alone lets them believe that there is nothing else.
    ///
    /// ## Example
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], named: [access] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], named: [access, rectification, erasure, restriction, objection, portability] }
    /// ```
    "A0236", Error, "rights that are not named", law "GDPR Art. 13(2)(b) and 14(2)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if !cx.has("rights/named") {
        return;
    }
    let named = cx.written("rights/named");
    let known = crate::keys::NAMED.iter().map(|(right, _)| *right);
    let missing: Vec<&str> = known.filter(|right| named.iter().all(|(name, _)| name != right)).collect();
    if !missing.is_empty() {
        let words = crate::shape::one_of(missing.into_iter()).replace(" or ", " and ");
        let found = LINT.breach(format!("the text does not name {words}")).at(cx.key("rights/named"));
        told.push(found.help("name them all, or leave `named` out: what Abide renders names them all"));
    }
}
