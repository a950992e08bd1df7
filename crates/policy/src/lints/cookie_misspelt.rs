//! A cookie whose name no browser will ever show.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a cookie whose name is a known one with a slip, such as `_utma` for `__utma`.
    ///
    /// ## Why is this bad?
    /// The register then lists a cookie that does not exist, and the one that is set is undeclared (WE-02).
    ///
    /// ## Example
    /// ```yaml
    /// cookies:
    ///   _utma: { purpose: answer, lasts: 2 years, necessary: yes }
    /// ```
    /// ## Instead
    /// ```yaml
    /// cookies:
    ///   __utma: { purpose: answer, lasts: 2 years, necessary: yes }
    /// ```
    "A0406", Warning, "a cookie whose name is misspelt", law "GDPR Art. 5(1)(d)"
}

/// Well-known cookies, with the time each lives as its maker documents it, in days; 0 is a session.
pub(super) const KNOWN: &[(&str, u32)] = &[
    ("__utma", 730),
    ("__utmb", 0),
    ("__utmc", 0),
    ("__utmz", 180),
    ("__utmv", 730),
    ("_ga", 730),
    ("_gid", 1),
    ("_gcl_au", 90),
    ("_fbp", 90),
    ("_fbc", 90),
    ("_pk_id.*", 393),
    ("_pk_ses.*", 0),
    ("_hjSessionUser_*", 365),
    ("li_gc", 180),
    ("PHPSESSID", 0),
    ("JSESSIONID", 0),
];

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for cookie in &cx.policy.cookies {
        let bare =
            |name: &str| name.trim_start_matches('_').trim_end_matches(['*', '.', '_']).to_ascii_lowercase();
        let is_known = KNOWN.iter().any(|(known, _)| *known == cookie.name);
        let meant =
            KNOWN.iter().find(|(known, _)| bare(known) == bare(&cookie.name) && known.starts_with('_'));
        if let (false, Some((meant, _))) = (is_known, meant) {
            let at = cx.key(&format!("cookies/{}", cookie.name));
            let message = format!("`{}` is set by nobody; the known cookie is `{meant}`", cookie.name);
            told.push(LINT.breach(message).at(at).help(format!("write `{meant}`")).fix(
                format!("call it `{meant}`"),
                at,
                *meant,
            ));
        }
    }
}
