//! What the pages are made for: the services, and how they are reached.

use std::sync::Arc;

use duties::Service;
use duties::mail::Mailbox;

/// Everything the router needs.
#[derive(Clone)]
pub struct App {
    /// The services served here. One: at the root (or its base address's path). Several: each at the path of its base
    /// address, or under its host name where that path is empty.
    pub services: Vec<Arc<Service>>,
    /// In the demo: the mailbox whose page stands in for sending mail. Never in a real deployment.
    pub demo: Option<Arc<Mailbox>>,
    /// Whether people reach this server by https: cookies are then `Secure` and bound to the host.
    pub secure: bool,
}
