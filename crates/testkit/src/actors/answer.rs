//! What a page answered.

use axum::body::{Bytes, to_bytes};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

/// A status, headers and a body.
#[derive(Clone)]
pub struct Answer {
    /// The address it came from.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The bytes.
    pub body: Bytes,
}

impl Answer {
    pub(super) async fn of(path: &str, response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("the body can be read");
        Self { path: path.to_owned(), status: parts.status, headers: parts.headers, body }
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8(self.body.to_vec()).expect("the page is UTF-8")
    }

    /// A header; empty where there is none.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where a redirect leads.
    #[must_use]
    pub fn location(&self) -> &str {
        self.header(header::LOCATION.as_str())
    }

    /// Fails unless the status is this one.
    #[must_use]
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}:\n{}", self.path, String::from_utf8_lossy(&self.body));
        self
    }

    /// Fails unless all of these stand in the page.
    #[must_use]
    #[track_caller]
    pub fn says(self, expected: &[&str]) -> Self {
        let text = self.text();
        for words in expected {
            assert!(text.contains(words), "{} does not say {words:?}:\n{text}", self.path);
        }
        self
    }

    /// Fails if any of these stands in the page.
    #[must_use]
    #[track_caller]
    pub fn never_says(self, forbidden: &[&str]) -> Self {
        let text = self.text();
        for words in forbidden {
            assert!(!text.contains(words), "{} says {words:?}:\n{text}", self.path);
        }
        self
    }

    /// What a reader finds on the page: the words inside `main`, a line for each line of the template.
    #[must_use]
    pub fn words(&self) -> String {
        let text = self.text();
        let (_, main) = text.split_once("<main").expect("the page has a main part");
        let main = main.split("</main>").next().unwrap_or_default();
        let mut words = String::new();
        for part in main.split('<').skip(1) {
            let after = part.split_once('>').map_or("", |(_, after)| after);
            words.push_str(if after.trim().is_empty() { "\n" } else { after });
        }
        words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The value of a hidden field; empty where there is none.
    #[must_use]
    pub fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let field = format!("type=\"hidden\" name=\"{name}\" value=\"");
        text.split_once(&field)
            .and_then(|(_, rest)| rest.split_once('"'))
            .map(|(value, _)| value.to_owned())
            .unwrap_or_default()
    }
}
