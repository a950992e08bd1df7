//! The published policy: the page people read, and the same as Markdown and PDF.

mod markdown;
mod pdf;
mod show;

pub(crate) use markdown::markdown;
pub(crate) use pdf::pdf;
pub(crate) use show::show;

/// The policy as a document.
fn written(policy: &::policy::Policy, lang: &str) -> document::Document {
    document::Document {
        lang: lang.to_owned(),
        title: policy.title.get(lang).to_owned(),
        ..document::Document::default()
    }
}
