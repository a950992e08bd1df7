//! Accounts kept shorter than the law prescribes.

use super::context::{Context, Told};
use crate::model::{Anchor, Basis};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a legal obligation counted from the end of the financial year that is kept shorter, or longer, than the
    /// bookkeeping law of the controller's country prescribes.
    ///
    /// ## Why is this bad?
    /// Kept shorter, the accounts break one law; kept longer without another reason, they break the other.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   bookkeeping:
    ///     why: Keep our accounts
    ///     basis: legal-obligation
    ///     law: Bookkeeping Act, section 13
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 3 years, from: fiscal-year-end }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   bookkeeping:
    ///     why: Keep our accounts
    ///     basis: legal-obligation
    ///     law: Bookkeeping Act, section 13
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 5 years, from: fiscal-year-end }
    /// ```
    "A0314", Warning, "accounts kept shorter or longer than prescribed", law "GDPR Art. 5(1)(e) and 6(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(prescribed) = crate::law::bookkeeping(&cx.policy.controller.country, cx.on) else {
        return;
    };
    for purpose in &cx.policy.purposes {
        let accounts = purpose.basis == Basis::LegalObligation && purpose.keep.from == Anchor::FiscalYearEnd;
        let months = u32::from(prescribed.years) * 12;
        if accounts && purpose.keep.length.months() != Some(months) {
            let at = cx.value(&format!("purposes/{}/keep/for", purpose.name));
            let message = format!("{} prescribes {} years", prescribed.law, prescribed.years);
            let help =
                format!("write `{} years`, or cite the law that prescribes another period", prescribed.years);
            told.push(LINT.breach(message).at(at).help(help));
        }
    }
}
