//! A visitor without a browser: keeps cookies, fills forms, follows where it is sent.

use std::collections::BTreeMap;

/// A visitor of one server.
pub struct Visitor {
    http: reqwest::Client,
    base: String,
    cookies: BTreeMap<String, String>,
    /// The page it is on.
    pub page: String,
    /// Its address.
    pub place: String,
}

impl Visitor {
    /// Comes to a server.
    pub fn new(base: &str) -> Self {
        let http =
            reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        Self {
            http,
            base: base.to_owned(),
            cookies: BTreeMap::new(),
            page: String::new(),
            place: String::new(),
        }
    }

    /// Opens a page; false when the server is gone.
    pub async fn open(&mut self, place: &str) -> bool {
        let url = self.absolute(place);
        let request = self.http.get(url).header("Cookie", self.cookie());
        self.take(request, place).await
    }

    /// Sends a form.
    pub async fn send(&mut self, place: &str, fields: &[(&str, &str)]) -> bool {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        let request =
            self.http.post(self.absolute(place)).header("Cookie", self.cookie()).header("Origin", &self.base);
        let request =
            request.header("Content-Type", "application/x-www-form-urlencoded").body(body.join("&"));
        self.take(request, place).await
    }

    /// What stands on the page between two texts.
    pub fn between(&self, before: &str, after: &str) -> Option<String> {
        Some(self.page.split(before).nth(1)?.split(after).next()?.to_owned())
    }

    async fn take(&mut self, request: reqwest::RequestBuilder, place: &str) -> bool {
        let Ok(answer) = request.send().await else { return false };
        for cookie in answer.headers().get_all("set-cookie") {
            let pair = cookie.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        self.place = place.to_owned();
        if let Some(next) = answer.headers().get("location").and_then(|next| next.to_str().ok()) {
            let next = next.to_owned();
            return Box::pin(self.open(&next)).await;
        }
        let Ok(page) = answer.text().await else { return false };
        self.page = page;
        true
    }

    fn cookie(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn absolute(&self, place: &str) -> String {
        if place.starts_with("http") { place.to_owned() } else { format!("{}{place}", self.base) }
    }
}

/// As a browser writes a form (WHATWG URL, `application/x-www-form-urlencoded`).
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._*".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
