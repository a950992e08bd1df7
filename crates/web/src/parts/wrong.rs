//! What is wrong with what was sent: kept by field, said beside each field and once above the form.

use axum::http::StatusCode;
use texts::Texts;

use super::Summary;

/// The problems of a form, in the order they were found.
#[derive(Debug, Clone, Default)]
pub struct Wrong(Vec<(String, String)>);

impl Wrong {
    /// One problem: where it is, by the field's id in the page, and what to do.
    pub fn one(field: &str, text: String) -> Self {
        Self(vec![(field.to_owned(), text)])
    }

    /// One, where there is one.
    pub fn maybe(field: &str, text: Option<String>) -> Self {
        text.map(|text| Self::one(field, text)).unwrap_or_default()
    }

    /// Adds a problem.
    pub fn add(&mut self, field: &str, text: String) {
        self.0.push((field.to_owned(), text));
    }

    /// What is wrong with a field.
    pub fn at(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, text)| text.clone())
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The status of the page that shows them.
    pub fn status(&self) -> StatusCode {
        if self.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
    }

    /// What stands above the form, where anything is wrong.
    pub fn summary(&self, t: &Texts) -> Option<Summary> {
        let title = t.with("web-problems", &[("count", self.0.len().into())]);
        (!self.is_empty()).then(|| Summary { title, problems: self.0.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_problem_stands_at_its_field_and_once_above() {
        let t = texts::texts("en");
        let mut wrong = Wrong::maybe("email", None);
        assert!(wrong.is_empty() && wrong.summary(t).is_none());
        assert_eq!(wrong.status(), StatusCode::OK);
        wrong.add("email", "No address.".to_owned());
        wrong.add("kind", "Choose one.".to_owned());
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.at("kind").as_deref(), Some("Choose one."));
        assert_eq!(wrong.at("detail"), None);
        let summary = wrong.summary(t).expect("two problems");
        assert!(summary.title.contains('2'), "{}", summary.title);
        assert_eq!(summary.problems.first().map(|(field, _)| field.as_str()), Some("email"));
        assert_eq!(summary.problems.len(), 2);
    }
}
