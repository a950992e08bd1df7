//! The pages: what people read and sign (`policy`, `forms`, `receipts`), what they may ask for (`centre`), what staff
//! work with (`console`), what programs ask (`api`), and the ledger's public face (`log`). A folder per noun, a file per verb.
//!
//! **Contract.** [`router`] gives an axum router that works without scripts, answers every fault with a page that
//! helps, and changes nothing on a GET: no standing, no request, no token (a view of personal data by staff is logged).
//!
//! **Absences.** No SQL, no keys, no decisions: `duties` holds them. No inline script or style, no request to another
//! site. No personal data and no token in a log line: a request is logged by its route, never by its address.

mod api;
mod app;
mod archive;
mod assets;
mod centre;
mod clocks;
mod closed;
mod console;
mod cookies;
mod demo;
mod dress;
mod fault;
mod follow;
mod form;
mod forms;
mod headers;
mod intake;
mod landing;
mod language;
mod log;
mod page;
mod parts;
mod policy;
mod receipts;
mod routes;
mod site;
mod trace;
mod visit;

pub use app::App;
pub use routes::{closed_router, router, router_within};

/// The style sheet, for a policy written as a page of its own (`abide render`).
#[must_use]
pub fn style() -> &'static str {
    &assets::CSS
}
