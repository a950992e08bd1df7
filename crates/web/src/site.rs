//! One service as it is reached here: its base path, its style sheet, its cookies' names.

use std::sync::Arc;

use duties::Service;
use duties::mail::Mailbox;
use jiff::tz::TimeZone;

use crate::app::App;

/// A service at its place.
pub(crate) struct Site {
    pub service: Arc<Service>,
    /// What every address on a page begins with: empty, or `/s/wepack`.
    pub base: String,
    pub secure: bool,
    pub demo: Option<Arc<Mailbox>>,
    /// The zone times are shown in: the office's, else UTC.
    pub zone: TimeZone,
}

impl Site {
    pub fn new(app: &App, service: &Arc<Service>) -> Self {
        let zone = service.policy.office_hours.as_ref().and_then(|hours| TimeZone::get(&hours.zone).ok());
        Self {
            service: Arc::clone(service),
            base: place(&service.base_url).1.to_owned(),
            secure: app.secure,
            demo: app.demo.clone(),
            zone: zone.unwrap_or(TimeZone::UTC),
        }
    }

    /// The name of a cookie of this service: bound to the host over https.
    pub fn cookie(&self, role: &str) -> String {
        let prefix = if self.secure { "__Host-" } else { "" };
        let service = if self.base.is_empty() { String::new() } else { format!("-{}", self.service.name) };
        format!("{prefix}abide{role}{service}")
    }
}

/// Host and path of an address: `https://a.example/s/x` → `a.example`, `/s/x`.
pub(crate) fn place(address: &str) -> (&str, &str) {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    match rest.find('/') {
        Some(at) => {
            let (host, path) = rest.split_at(at);
            (host, path.trim_end_matches('/'))
        }
        None => (rest, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn an_address_has_a_host_and_a_path() {
        assert_eq!(place("https://a.example"), ("a.example", ""));
        assert_eq!(place("https://a.example/"), ("a.example", ""));
        assert_eq!(place("http://127.0.0.1:8080/s/wepack"), ("127.0.0.1:8080", "/s/wepack"));
    }
}
