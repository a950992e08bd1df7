//! Keys of what people's devices hold and give: cookies and their like, permissions, integrations.

use super::{may, must};
use crate::model::{CookieKind, PermissionKind};
use crate::shape::{KeyType, Shape, Space, Type};

pub(super) static COOKIE: Shape = Shape {
    name: "a cookie",
    doc: "Something stored in the browser, or that recognises it. What is not declared is never set.",
    keys: &[
        may("kind", Type::Words(CookieKind::WORDS), "What it is.")
            .default("cookie")
            .law("ePrivacy Directive Art. 5(3)")
            .example("kind: local-storage"),
        may("set_by", Type::Ref(Space::Recipient), "Who sets it.")
            .default("the service itself")
            .example("set_by: analytics"),
        may("domain", Type::Line, "The domain it belongs to.")
            .default("the service's own")
            .example("domain: analytics.example"),
        must("purpose", Type::Ref(Space::Purpose), "What it is for.").example("purpose: statistics"),
        must("lasts", Type::Lasts, "How long it stays.")
            .law("GDPR Art. 13(2)(a)")
            .example("lasts: 13 months"),
        may(
            "necessary",
            Type::Flag,
            "The service asked for cannot work without it, so that no consent is needed.",
        )
        .default("no")
        .law("ePrivacy Directive Art. 5(3)")
        .example("necessary: yes"),
        may("what", Type::Text, "What it does.").example("what: Tells visitors apart"),
    ],
};

pub(super) static COOKIE_CHOICE: Shape = Shape {
    name: "the cookie choice",
    doc: "Where people say yes and no to what is stored in their browser. A no must be as easy as a yes.",
    keys: &[
        may("accept_by", ASKED, "Where a yes is given.")
            .default("`[banner]`")
            .law("ePrivacy Directive Art. 5(3)")
            .example("accept_by: [banner]"),
        may("refuse_by", ASKED, "Where a no is given, and taken back.")
            .default("as `accept_by`, and the privacy centre")
            .law("GDPR Art. 7(3)")
            .example("refuse_by: [banner, privacy-centre]"),
    ],
};

const ASKED: Type = Type::List(&Type::Words(&[
    ("banner", "a banner with both answers side by side"),
    ("privacy-centre", "the privacy centre"),
    ("settings", "a page of settings behind the banner"),
    ("browser", "the settings of the browser: no way of its own, and no consent"),
]));

pub(super) static PERMISSIONS: Type =
    Type::Map(KeyType::Words(PermissionKind::WORDS), &Type::Record(&PERMISSION));

static PERMISSION: Shape = Shape {
    name: "a permission",
    doc: "What the mobile application asks the telephone for; nothing works with it but its one purpose.",
    keys: &[
        must("why", Type::Text, "Why it is asked.")
            .law("GDPR Art. 13(1)(c)")
            .example("why: Show you the way"),
        must("purpose", Type::Ref(Space::Purpose), "The one purpose it serves.")
            .law("GDPR Art. 5(1)(b)")
            .example("purpose: maps"),
        may("shares_with", Type::List(&Type::Ref(Space::Recipient)), "The only recipients of what it gives.")
            .default("`[]`")
            .example("shares_with: [map-maker]"),
    ],
};

pub(super) static INTEGRATIONS: Shape = Shape {
    name: "the integrations",
    doc: "What other services get because a customer wants it.",
    keys: &[
        must(
            "enabled_by",
            Type::Words(&[("customer", "only a customer, who can revoke it")]),
            "Who enables one.",
        )
        .example("enabled_by: customer"),
        may("scopes", Type::List(&Type::Ref(Space::Category)), "The categories one can be given.")
            .default("`[]`: none")
            .law("GDPR Art. 5(1)(c)")
            .example("scopes: [contact]"),
        may("revoked", Type::Words(&[("at-once", "revoking works at once")]), "When revoking works.")
            .default("at-once")
            .example("revoked: at-once"),
    ],
};
