//! The published policy and the papers beside it: the pages people read, and the same as Markdown and PDF.

mod beside;
mod markdown;
mod pdf;
mod show;

pub(crate) use beside::beside;
pub(crate) use markdown::markdown;
pub(crate) use pdf::{paper_of, pdf, pdf_of};
pub(crate) use show::show;
