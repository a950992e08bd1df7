//! A processor without a contract.

use super::context::{Context, Told};
use crate::model::Role;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a processor for which no agreement is declared.
    ///
    /// ## Why is this bad?
    /// A processor may act only under a contract that binds it to your instructions.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   mailer: { name: Mailer AS, role: processor, country: NO, gets: [contact.email] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   mailer: { name: Mailer AS, role: processor, country: NO, agreement: agreements/mailer.pdf, gets: [contact.email] }
    /// ```
    "A0212", Warning, "a processor without a contract", law "GDPR Art. 28(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let bare = cx.policy.recipients.iter().filter(|r| r.role == Role::Processor && r.agreement.is_none());
    for recipient in bare {
        let message = format!("no agreement with the processor `{}` is declared", recipient.name);
        let at = cx.key(&format!("recipients/{}", recipient.name));
        told.push(
            LINT.breach(message).at(at).help("add `agreement:` with the file or the address of the contract"),
        );
    }
}
