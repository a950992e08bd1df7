//! A browser signal that is ignored.

use super::context::{Context, Told};
use crate::model::Signal;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports `dnt: ignore` and `gpc: ignore`.
    ///
    /// ## Why is this bad?
    /// People may object by automated means. A German court held a Do Not Track signal to be a valid objection and
    /// the statement that it is ignored to be misleading (LG Berlin 16 O 420/19); several American states prescribe
    /// Global Privacy Control.
    ///
    /// ## Example
    /// ```yaml
    /// signals: { gpc: honour, dnt: ignore }
    /// ```
    /// ## Instead
    /// ```yaml
    /// signals: { gpc: honour, dnt: honour }
    /// ```
    "A0312", Warning, "a browser signal that is ignored", law "GDPR Art. 21(5)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let signals = cx.policy.signals;
    for (key, signal, name) in
        [("gpc", signals.gpc, "Global Privacy Control"), ("dnt", signals.dnt, "Do Not Track")]
    {
        if signal == Signal::Ignore {
            let at = cx.value(&format!("signals/{key}"));
            told.push(
                LINT.breach(format!("{name} is ignored"))
                    .at(at)
                    .help(format!("write `{key}: honour`"))
                    .maybe("honour it", cx.scalar(&format!("signals/{key}")), "honour"),
            );
        }
    }
}
