//! A controller outside the European Economic Area without a representative in it.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a controller outside the European Economic Area that names no representative inside.
    ///
    /// ## Why is this bad?
    /// Who offers services to people in the Union from outside must name somebody they and the authorities can turn to.
    ///
    /// ## Example
    /// ```yaml
    /// controller: { name: Shop Inc., country: US, address: "1 Main Street", email: privacy@shop.example }
    /// ```
    /// ## Instead
    /// ```yaml
    /// controller: { name: Shop Inc., country: US, address: "1 Main Street", email: privacy@shop.example }
    /// representatives:
    ///   ireland: { name: Rep Ltd, country: IE, contact: rep@rep.example }
    /// ```
    "A0313", Warning, "no representative in the European Economic Area", law "GDPR Art. 27"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let (country, on) = (&cx.policy.controller.country, cx.on);
    let inside = cx.policy.representatives.iter().any(|rep| crate::law::is_eea(&rep.country, on));
    if country.len() == 2 && !crate::law::is_eea(country, on) && !inside {
        let message = format!(
            "the controller is in `{country}` and names no representative in the European Economic Area"
        );
        let help = "add `representatives:`, or ignore this if you offer nothing to people there";
        told.push(LINT.breach(message).at(cx.value("controller/country")).help(help));
    }
}
