//! Takes the four fonts that documents are set in out of `typst-assets` and lays them where the crate includes
//! them from. That crate carries ten megabytes of fonts in one function, of which a linker drops nothing; as a
//! build dependency it leaves nothing else behind in the binary.

use std::path::Path;

/// The fonts by PostScript name, and the file each becomes.
const FONTS: [(&str, &str); 4] = [
    ("LibertinusSerif-Regular", "regular.otf"),
    ("LibertinusSerif-Bold", "bold.otf"),
    ("LibertinusSerif-Italic", "italic.otf"),
    ("DejaVuSansMono", "mono.ttf"),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = std::env::var("OUT_DIR")?;
    for (name, file) in FONTS {
        let font = typst_assets::fonts().find(|font| postscript_name(font).as_deref() == Some(name));
        let font = font.ok_or_else(|| format!("typst-assets no longer carries the font {name}"))?;
        std::fs::write(Path::new(&folder).join(file), font)?;
    }
    Ok(())
}

/// The font's PostScript name: record 6 of its `name` table for Windows, in UTF-16 (OpenType, "name").
fn postscript_name(font: &[u8]) -> Option<String> {
    let tables = usize::from(number(font, 4)?);
    let record = (0..tables).map(|i| 12 + i * 16).find(|at| font.get(*at..at + 4) == Some(b"name"))?;
    let start = usize::from(number(font, record + 8)?) << 16 | usize::from(number(font, record + 10)?);
    let name = font.get(start..)?;
    let texts = usize::from(number(name, 4)?);
    for at in (0..usize::from(number(name, 2)?)).map(|i| 6 + i * 12) {
        if number(name, at)? == 3 && number(name, at + 6)? == 6 {
            let (length, offset) = (usize::from(number(name, at + 8)?), usize::from(number(name, at + 10)?));
            let bytes = name.get(texts + offset..texts + offset + length)?;
            return Some(bytes.iter().skip(1).step_by(2).map(|byte| char::from(*byte)).collect());
        }
    }
    None
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}
