//! Progress bars on standard error; none where nobody looks.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar over the bytes of a file.
pub fn bytes(all: u64, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(all);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {bytes} of {total_bytes} {msg}, {eta} left") {
        bar.set_style(style);
    }
    bar.set_message(what);
    if !std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    bar
}

/// A bar over so many of something; with 0 only a count.
pub fn bar(all: u64, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(all);
    let template = if all == 0 {
        "{spinner} {human_pos} {msg}, {per_sec}"
    } else {
        "{bar:30} {human_pos} of {human_len} {msg}, {per_sec}, {eta} left"
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_message(what);
    if !std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    bar
}
