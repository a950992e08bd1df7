//! A message that shows more of its sender than its purpose uses.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a field among `exchange/messages/shows` that the purpose of the messages does not use.
    ///
    /// ## Why is this bad?
    /// To show somebody's data to another is a use of it, and every use belongs to a purpose.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact: { title: Contact, fields: { name: { kind: name, title: Name }, email: { kind: email, title: E-mail }, phone: { kind: phone, title: Phone } } }
    /// exchange: { messages: { purpose: answer, shows: [contact.name, contact.phone] } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// exchange: { messages: { purpose: answer, shows: [contact.name] } }
    /// ```
    "A0412", Error, "a message that shows more than its purpose uses", law "GDPR Art. 5(1)(b) and 5(1)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(messages) = &cx.policy.exchange.messages else { return };
    let Some(purpose) = cx.purpose(&messages.purpose) else { return };
    let more = |field: &&String| cx.field(field).is_some() && !purpose.uses.contains(*field);
    for field in messages.shows.iter().filter(more) {
        let at = cx.item("exchange/messages/shows", &messages.shows, field);
        let message = format!("messages show `{field}`, which `{}` does not use", purpose.name);
        told.push(LINT.breach(message).at(at).help("remove it here, or add it to the purpose's `uses`"));
    }
}
