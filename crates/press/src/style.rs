//! Measures and colours of the page. Lengths are in points (1/72 inch), from the top left corner.

use crate::fonts::Face;

/// Red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Color(pub(crate) u8, pub(crate) u8, pub(crate) u8);

/// A4.
pub(crate) const PAGE: (f32, f32) = (595.28, 841.89);
/// Where text begins and ends across.
pub(crate) const LEFT: f32 = 72.0;
/// The full width between the margins: tables and notices.
pub(crate) const WIDTH: f32 = PAGE.0 - 2.0 * LEFT;
/// The width of reading text: about 75 letters a line.
pub(crate) const MEASURE: f32 = 392.0;
/// Where text begins and ends on the page, downwards.
pub(crate) const TOP: f32 = 70.0;
/// The last line's lower edge.
pub(crate) const BOTTOM: f32 = PAGE.1 - 78.0;
/// The baseline of the footer.
pub(crate) const FOOT: f32 = PAGE.1 - 46.0;

/// Text ink.
pub(crate) const INK: Color = Color(0x1c, 0x1d, 0x20);
/// Lesser text: numbers, footers, captions (contrast 6:1 on white).
pub(crate) const GREY: Color = Color(0x5c, 0x60, 0x68);
/// Lines.
pub(crate) const RULE: Color = Color(0xd4, 0xd6, 0xda);
/// Links.
pub(crate) const ACCENT: Color = Color(0x0b, 0x4f, 0x8a);
/// Behind what is assumed.
pub(crate) const TINT: Color = Color(0xff, 0xf1, 0xc9);
/// Behind a table's head.
pub(crate) const PALE: Color = Color(0xf5, 0xf6, 0xf7);

/// How a run of text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// The typeface.
    pub face: Face,
    /// Its size.
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    /// Its colour.
    pub color: Color,
}

impl Style {
    pub(crate) const fn new(face: Face, size: f32, leading: f32) -> Self {
        Self { face, size, leading, color: INK }
    }

    pub(crate) const fn in_color(mut self, color: Color) -> Self {
        self.color = color;
        self
    }

    pub(crate) const fn with_face(mut self, face: Face) -> Self {
        self.face = face;
        self
    }
}

pub(crate) const TITLE: Style = Style::new(Face::Bold, 25.0, 30.0);
pub(crate) const SUBTITLE: Style = Style::new(Face::Italic, 13.0, 18.0).in_color(GREY);
pub(crate) const BODY: Style = Style::new(Face::Regular, 10.75, 15.4);
pub(crate) const SMALL: Style = Style::new(Face::Regular, 9.5, 13.0);
pub(crate) const CAPTION: Style = Style::new(Face::Italic, 9.75, 13.5).in_color(GREY);
pub(crate) const HEAD: Style = Style::new(Face::Bold, 9.25, 12.5);
pub(crate) const FOOTER: Style = Style::new(Face::Regular, 8.75, 12.0).in_color(GREY);

/// A heading's style, the space before it and after it.
pub(crate) fn heading(level: u8) -> (Style, f32, f32) {
    match level {
        0..=2 => (Style::new(Face::Bold, 16.0, 20.0), 24.0, 7.0),
        3 => (Style::new(Face::Bold, 12.5, 16.5), 16.0, 4.0),
        _ => (Style::new(Face::Italic, 11.5, 15.5), 12.0, 3.0),
    }
}

/// The bar and the ground of a notice.
pub(crate) fn notice(kind: document::NoticeKind) -> (Color, Color) {
    use document::NoticeKind::{Danger, Info, Success, Warning};
    match kind {
        Info => (ACCENT, Color(0xf1, 0xf6, 0xfb)),
        Success => (Color(0x1f, 0x6b, 0x3a), Color(0xf0, 0xf8, 0xf2)),
        Warning => (Color(0x9a, 0x62, 0x00), Color(0xfe, 0xf8, 0xec)),
        Danger => (Color(0xa3, 0x1f, 0x24), Color(0xfd, 0xf2, 0xf2)),
    }
}
