//! An opt-out where the law wants to be asked.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports `opt_out_in` with a country of the European Economic Area, the United Kingdom or Switzerland for
    /// marketing.
    ///
    /// ## Why is this bad?
    /// There marketing by mail and what is stored in a browser need a yes first. Going on until somebody says no is not
    /// one.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: legitimate-interest
    ///     interest: People like to know what we make.
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///     messages: marketing
    ///     channels: [post]
    ///     opt_out_in: [NO]
    /// mail: { sender: Shop AS, postal_address: Gata 1 }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: legitimate-interest
    ///     interest: People like to know what we make.
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///     messages: marketing
    ///     channels: [post]
    ///     opt_out_in: [US]
    /// mail: { sender: Shop AS, postal_address: Gata 1 }
    /// ```
    "A0322", Error, "an opt-out where the law wants to be asked", law "ePrivacy Directive Art. 5(3) and 13(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in &cx.policy.purposes {
        let asked =
            |country: &&String| crate::law::is_eea(country, cx.on) || matches!(country.as_str(), "GB" | "CH");
        for country in purpose.opt_out_in.iter().filter(asked) {
            let list = format!("purposes/{}/opt_out_in", purpose.name);
            let message = format!(
                "in `{country}` people are asked first; `{}` goes on until they say no",
                purpose.name
            );
            let found = LINT.breach(message).at(cx.item(&list, &purpose.opt_out_in, country));
            told.push(found.help("remove the country, and ask there"));
        }
    }
}
