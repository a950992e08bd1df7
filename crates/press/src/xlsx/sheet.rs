//! One sheet.

use document::{Document, Inline};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// The narrowest and the widest a column gets, in letters.
const WIDTH: (usize, usize) = (12, 46);
/// A4.
const A4: u8 = 9;
/// The most letters a cell can hold.
const MOST: usize = 32_767;

/// The sheet of everything that is no table: names at the left, words at the right.
pub(super) fn pairs(
    sheet: &mut Worksheet,
    document: &Document,
    rows: &[(String, Vec<Inline>)],
) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(16.0);
    let name = top().set_bold();
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 34.0)?.set_column_width(1, 96.0)?;
    sheet.write_string_with_format(0, 0, &document.title, &title)?;
    if let Some(subtitle) = &document.subtitle {
        sheet.write_string_with_format(1, 0, subtitle, &Format::new().set_italic())?;
    }
    for (row, (term, words)) in (3..).zip(rows) {
        if !term.is_empty() {
            sheet.write_string_with_format(row, 0, cut(term), &name)?;
        }
        cell(sheet, row, 1, words)?;
    }
    Ok(())
}

/// The sheet of a table.
pub(super) fn table(
    sheet: &mut Worksheet,
    caption: &str,
    head: &[String],
    rows: &[Vec<Vec<Inline>>],
) -> Result<(), XlsxError> {
    let bold = top().set_bold().set_background_color(0x00EE_F0F3).set_border_bottom(FormatBorder::Thin);
    let last = u16::try_from(head.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_header(format!("&L{}", caption.replace('&', "&&")));
    sheet.set_footer("&R&P / &N");
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_freeze_panes(1, 1)?;
    for (column, title) in (0_u16..).zip(head) {
        sheet.write_string_with_format(0, column, cut(title), &bold)?;
        let index = usize::from(column);
        let cells = rows.iter().filter_map(|row| row.get(index));
        let longest = cells.map(|words| longest(&text(words))).max().unwrap_or(0);
        let width = longest.max(title.chars().count() + 4).clamp(WIDTH.0, WIDTH.1);
        sheet.set_column_width(column, width as f64)?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, words) in (0_u16..=last).zip(cells) {
            cell(sheet, row, column, words)?;
        }
    }
    let bottom = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, bottom, last)?;
    Ok(())
}

/// A day is written as a day; everything else as text, also what looks like a formula.
fn cell(sheet: &mut Worksheet, row: u32, column: u16, words: &[Inline]) -> Result<(), XlsxError> {
    if let [Inline::Date { day, .. }] = words
        && let Ok(day) = day.parse::<jiff::civil::Date>()
    {
        let format = top().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left);
        sheet.write_datetime_with_format(row, column, day, &format)?;
    } else if !words.is_empty() {
        sheet.write_string_with_format(row, column, cut(&text(words)), &top())?;
    }
    Ok(())
}

fn top() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// The words with their line breaks; what is assumed stands in brackets, a way elsewhere after its words.
fn text(words: &[Inline]) -> String {
    let part = |inline: &Inline| match inline {
        Inline::LineBreak => "\n".to_owned(),
        Inline::Assumed(text) => format!("[{text}]"),
        Inline::Link { text, href } if href.starts_with("https://") && href != text => {
            format!("{text} ({href})")
        }
        other => document::plain(std::slice::from_ref(other)),
    };
    let text: String = words.iter().map(part).collect();
    text.chars().filter(|c| *c == '\n' || !c.is_control()).filter(|c| !is_mark(*c)).collect()
}

/// Invisible marks of direction, which message variables are wrapped in.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

fn longest(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap_or(0)
}

fn cut(text: &str) -> String {
    if text.encode_utf16().count() <= MOST {
        return text.to_owned();
    }
    let mut out: String = text.chars().take(MOST / 2 - 1).collect();
    out.push('…');
    out
}
