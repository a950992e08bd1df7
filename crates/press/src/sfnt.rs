//! What setting text needs of an OpenType font: which glyph a character is, how wide it is, and how pairs kern.
//! (OpenType 1.9: `head`, `hhea`, `hmtx`, `cmap` formats 4 and 12, `GPOS` pair adjustment.)

mod kern;

use std::collections::HashMap;

use kern::Kerning;

/// A font's measures.
pub(crate) struct Metrics {
    glyphs: HashMap<char, u16>,
    advances: Vec<f32>,
    kerning: Kerning,
}

impl Metrics {
    /// Reads a font; nothing if it is damaged.
    pub(crate) fn read(font: &[u8]) -> Option<Self> {
        let per_em = f32::from(u16_at(table(font, b"head")?, 18)?);
        let counted = usize::from(u16_at(table(font, b"hhea")?, 34)?);
        let widths = table(font, b"hmtx")?;
        let advances =
            (0..counted).map_while(|i| u16_at(widths, i * 4)).map(|w| f32::from(w) / per_em).collect();
        let kerning = table(font, b"GPOS").map(|gpos| Kerning::read(gpos, per_em)).unwrap_or_default();
        Some(Self { glyphs: characters(table(font, b"cmap")?)?, advances, kerning })
    }

    /// The glyph of a character.
    pub(crate) fn glyph(&self, c: char) -> Option<u16> {
        self.glyphs.get(&c).copied()
    }

    /// How far a glyph moves on, in ems.
    pub(crate) fn advance(&self, glyph: u16) -> f32 {
        self.advances.get(usize::from(glyph)).or(self.advances.last()).copied().unwrap_or(0.5)
    }

    /// How a pair is moved together, in ems.
    pub(crate) fn kerning(&self, left: u16, right: u16) -> f32 {
        self.kerning.between(left, right)
    }
}

/// A table of the font by its tag.
fn table<'a>(font: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    let count = usize::from(u16_at(font, 4)?);
    let record = (0..count).map(|i| 12 + i * 16).find(|at| font.get(*at..at + 4) == Some(tag))?;
    let (start, length) = (u32_at(font, record + 8)?, u32_at(font, record + 12)?);
    font.get(start..start.checked_add(length)?)
}

/// Every character of the Unicode `cmap`, the full one (platform 3, encoding 10) before the basic one.
fn characters(cmap: &[u8]) -> Option<HashMap<char, u16>> {
    let count = usize::from(u16_at(cmap, 2)?);
    let offset_of = |platform: u16, encoding: u16| {
        let mut records = (0..count).map(|i| 4 + i * 8);
        let found = records
            .find(|at| u16_at(cmap, *at) == Some(platform) && u16_at(cmap, at + 2) == Some(encoding))?;
        u32_at(cmap, found + 4)
    };
    let offset = offset_of(3, 10).or_else(|| offset_of(3, 1)).or_else(|| offset_of(0, 3))?;
    let subtable = cmap.get(offset..)?;
    match u16_at(subtable, 0)? {
        4 => Some(format_4(subtable)),
        12 => Some(format_12(subtable)),
        _ => None,
    }
}

fn format_4(subtable: &[u8]) -> HashMap<char, u16> {
    let segments = usize::from(u16_at(subtable, 6).unwrap_or(0)) / 2;
    let mut found = HashMap::new();
    for segment in 0..segments {
        let field = |column: usize| {
            u16_at(subtable, 16 + (column * segments + segment) * 2 - 2 * usize::from(column == 0))
        };
        let (Some(end), Some(start), Some(delta), Some(range)) = (field(0), field(1), field(2), field(3))
        else {
            continue;
        };
        for code in start..=end {
            let glyph = if range == 0 {
                code.wrapping_add(delta)
            } else {
                let at =
                    16 + (3 * segments + segment) * 2 + usize::from(range) + usize::from(code - start) * 2;
                u16_at(subtable, at).filter(|glyph| *glyph != 0).map_or(0, |glyph| glyph.wrapping_add(delta))
            };
            if let Some(c) = char::from_u32(u32::from(code)).filter(|_| glyph != 0) {
                found.insert(c, glyph);
            }
        }
    }
    found
}

fn format_12(subtable: &[u8]) -> HashMap<char, u16> {
    let groups = u32_at(subtable, 12).unwrap_or(0);
    let mut found = HashMap::new();
    for at in (0..groups).map(|group| 16 + group * 12) {
        let (Some(start), Some(end), Some(glyph)) =
            (u32_at(subtable, at), u32_at(subtable, at + 4), u32_at(subtable, at + 8))
        else {
            break;
        };
        for (index, code) in (start..=end).take(0x1_0000).enumerate() {
            let c = u32::try_from(code).ok().and_then(char::from_u32);
            if let (Some(c), Ok(glyph)) = (c, u16::try_from(glyph + index)) {
                found.insert(c, glyph);
            }
        }
    }
    found
}

/// Two bytes as a number.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// Four bytes as a number or an offset.
fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
}
