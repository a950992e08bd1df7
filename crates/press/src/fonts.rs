//! The four built-in fonts, read once.

use std::sync::LazyLock;

use krilla::text::Font;

use crate::sfnt::Metrics;

/// A typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Face {
    /// Libertinus Serif.
    Regular,
    /// Libertinus Serif, bold.
    Bold,
    /// Libertinus Serif, italic.
    Italic,
    /// DejaVu Sans Mono; also the one asked for signs that the serif lacks.
    Mono,
}

/// A font as krilla draws it and as we measure it.
pub(crate) struct Loaded {
    pub(crate) font: Font,
    pub(crate) metrics: Metrics,
}

/// The built-in fonts.
pub(crate) struct Fonts {
    regular: Loaded,
    bold: Loaded,
    italic: Loaded,
    mono: Loaded,
}

/// A sign of a font: which one, and how far it moves on, in ems.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sign {
    pub(crate) face: Face,
    pub(crate) glyph: u16,
    pub(crate) advance: f32,
}

/// The fonts, or nothing if this build is damaged.
pub(crate) fn fonts() -> Option<&'static Fonts> {
    static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(|| {
        Some(Fonts {
            regular: load(include_bytes!(concat!(env!("OUT_DIR"), "/regular.otf")))?,
            bold: load(include_bytes!(concat!(env!("OUT_DIR"), "/bold.otf")))?,
            italic: load(include_bytes!(concat!(env!("OUT_DIR"), "/italic.otf")))?,
            mono: load(include_bytes!(concat!(env!("OUT_DIR"), "/mono.ttf")))?,
        })
    });
    FONTS.as_ref()
}

fn load(bytes: &'static [u8]) -> Option<Loaded> {
    Some(Loaded { font: Font::new(bytes.into(), 0)?, metrics: Metrics::read(bytes)? })
}

impl Fonts {
    /// The font of a face.
    pub(crate) fn get(&self, face: Face) -> &Loaded {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Italic => &self.italic,
            Face::Mono => &self.mono,
        }
    }

    /// The sign for a character: from the face, else from the mono, else the sign for "unknown".
    pub(crate) fn sign(&self, face: Face, c: char) -> Sign {
        let known = |face, c| {
            let metrics = &self.get(face).metrics;
            metrics.glyph(c).map(|glyph| Sign { face, glyph, advance: metrics.advance(glyph) })
        };
        let unknown = Sign { face: Face::Mono, glyph: 0, advance: 0.6 };
        known(face, c)
            .or_else(|| known(Face::Mono, c))
            .or_else(|| known(Face::Mono, '\u{fffd}'))
            .unwrap_or(unknown)
    }

    /// How much closer two neighbouring signs of a face stand, in ems (negative: closer).
    pub(crate) fn kerning(&self, face: Face, left: u16, right: u16) -> f32 {
        self.get(face).metrics.kerning(left, right)
    }
}
