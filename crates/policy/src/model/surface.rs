//! What people's devices hold and give: cookies and their like, permissions, integrations.

use super::{Length, Text};
use crate::words::words;
use serde::{Deserialize, Serialize};

/// Something stored in the browser, or that recognises it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cookie {
    /// Its name as the browser shows it; a `*` at the end stands for any ending.
    pub name: String,
    /// What it is.
    #[serde(default)]
    pub kind: CookieKind,
    /// The domain it belongs to, where not the service's own.
    #[serde(default)]
    pub domain: Option<String>,
    /// Who sets it: a recipient, or `None` for the service itself.
    pub set_by: Option<String>,
    /// What it is for.
    pub purpose: String,
    /// How long it stays.
    pub lasts: Lasts,
    /// Whether the service cannot work without it (no consent needed).
    pub necessary: bool,
    /// What it does.
    pub what: Option<Text>,
}

/// How long something stays in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lasts {
    /// Until the browser is closed.
    Session,
    /// So long.
    For(Length),
}

words! {
    /// What is stored, or recognises.
    CookieKind default Cookie {
        /// A cookie.
        Cookie = "cookie",
        /// Local storage.
        LocalStorage = "local-storage",
        /// Session storage.
        SessionStorage = "session-storage",
        /// A database in the browser.
        IndexedDb = "indexed-db",
        /// A pixel or web beacon.
        Pixel = "pixel",
        /// Features of the browser that together name it.
        Fingerprint = "fingerprint",
        /// A widget of another service, such as a button to share.
        Widget = "widget",
        /// An identifier of the device.
        DeviceId = "device-id",
    }
}

/// A permission of the mobile application (WX-17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permission {
    /// Which.
    pub kind: PermissionKind,
    /// Why it is asked.
    pub why: Text,
    /// The one purpose it serves.
    pub purpose: String,
    /// The only recipients of what it gives.
    pub shares_with: Vec<String>,
}

words! {
    /// A permission of a mobile application.
    PermissionKind default Files {
        /// The camera.
        Camera = "camera",
        /// The microphone.
        Microphone = "microphone",
        /// The history of calls.
        CallHistory = "call-history",
        /// The contacts.
        Contacts = "contacts",
        /// The photos.
        Photos = "photos",
        /// The files.
        Files = "files",
        /// The position.
        Location = "location",
        /// Notifications.
        Notifications = "notifications",
        /// The calendar.
        Calendar = "calendar",
    }
}

/// What other services get because a customer wants it (WX-21); only a customer can enable one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Integrations {
    /// The categories one can be given.
    pub scopes: Vec<String>,
    /// Whether revoking works at once.
    pub revoked_at_once: bool,
}
