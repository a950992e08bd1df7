//! A joint controller without an arrangement.

use super::context::{Context, Told};
use crate::model::Role;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a recipient with the role `joint-controller` that does not stand under `joint_controllers`. A role that
    /// is only assumed is told of by the note on assumptions.
    ///
    /// ## Why is this bad?
    /// Who decides together must arrange who answers for what, and people must be able to read the essence of it.
    /// Without it each answers for everything, and nobody knows whom to ask.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   fair: { name: Fair AS, role: joint-controller, country: NO, gets: [contact.name] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   fair: { name: Fair AS, role: joint-controller, country: NO, gets: [contact.name] }
    /// joint_controllers:
    ///   fair: { name: Fair AS, country: NO, arrangement: "Fair AS runs the stand, and we answer your requests." }
    /// ```
    "A0240", Warning, "a joint controller without an arrangement", law "GDPR Art. 26(1) and 26(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for recipient in cx.policy.recipients.iter().filter(|recipient| recipient.role == Role::JointController) {
        let known = |joint: &crate::model::JointController| {
            joint.name == recipient.name || joint.title == recipient.title
        };
        let path = format!("recipients/{}/role", recipient.name);
        if cx.is_assumed(&path) || cx.policy.joint_controllers.iter().any(known) {
            continue;
        }
        let message = format!("no arrangement with `{}` is named", recipient.name);
        let help =
            format!("add `{}` to `joint_controllers`, with the essence of the arrangement", recipient.name);
        told.push(LINT.breach(message).at(cx.value(&path)).help(help));
    }
}
