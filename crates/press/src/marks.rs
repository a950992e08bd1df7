//! The mark that a file's tags are not suspect.
//!
//! krilla writes `/Suspects false`, which is what an absent entry means as well (ISO 32000-1, table 321; PDF/UA-1
//! asks for no more than that it is not true). Poppler takes only `true` for a value of the right type and complains
//! of every such file. So the entry is blanked, byte for byte: no place in the file moves.

/// The entry as krilla writes it.
const ENTRY: &[u8] = b"/Suspects false";

/// The same file without the entry.
pub(crate) fn quiet(mut pdf: Vec<u8>) -> Vec<u8> {
    // The catalogue is written last, so the last one is it; within a compressed stream the words cannot be found.
    if let Some(at) = pdf.windows(ENTRY.len()).rposition(|window| window == ENTRY)
        && let Some(entry) = pdf.get_mut(at..at + ENTRY.len())
    {
        entry.fill(b' ');
    }
    pdf
}
