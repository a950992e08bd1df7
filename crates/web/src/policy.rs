//! The published policy: the page people read, and the same as Markdown and PDF.

mod markdown;
mod pdf;
mod show;

pub(crate) use markdown::markdown;
pub(crate) use pdf::pdf;
pub(crate) use show::show;
