//! Hands laid pages to krilla: content, tags, links, outline, metadata.

use document::Document;
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};

use crate::flow::{Flow, Page, Placed, Shape};
use crate::fonts::Fonts;
use crate::style::{Color, PAGE, TINT};
use crate::tree::Filled;
use crate::{Error, PdfInfo};

mod about;
mod links;
mod tags;

/// Writes the PDF: archival and accessible; if that form is refused, plain tagged PDF rather than none.
pub(crate) fn write(
    laid: &Flow,
    document: &Document,
    info: &PdfInfo,
    fonts: &Fonts,
) -> Result<Vec<u8>, Error> {
    let strict = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish();
    let strict = strict.ok().map(|form| attempt(laid, document, info, fonts, form));
    match strict {
        Some(Ok(bytes)) => Ok(bytes),
        _ => attempt(laid, document, info, fonts, Configuration::default()).map_err(|error| reason(&error)),
    }
}

/// Whether a document can be written in the strict form; for the tests.
#[cfg(test)]
pub(crate) fn strictly(
    laid: &Flow,
    document: &Document,
    info: &PdfInfo,
    fonts: &Fonts,
) -> Result<(), String> {
    let form = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    attempt(laid, document, info, fonts, form).map(|_| ()).map_err(|error| format!("{error:?}"))
}

/// A refusal in words that hold nothing of the document.
fn reason(error: &KrillaError) -> Error {
    Error::Writer(match error {
        KrillaError::Font(..) => "a font was refused".to_owned(),
        KrillaError::Validation(problems) => format!("{} rules of the format were broken", problems.len()),
        KrillaError::Limit(_) => "a limit of the format was passed".to_owned(),
        _ => "the structure was refused".to_owned(),
    })
}

fn attempt(
    laid: &Flow,
    document: &Document,
    info: &PdfInfo,
    fonts: &Fonts,
    configuration: Configuration,
) -> Result<Vec<u8>, KrillaError> {
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut pdf = krilla::Document::new_with(settings);
    let mut filled = laid.tree.empty_slots();
    for page in &laid.done {
        draw_page(&mut pdf, page, laid, &mut filled, fonts);
    }
    pdf.set_tag_tree(tags::build(&laid.tree, &filled, &document.lang));
    pdf.set_outline(about::outline(&laid.marks));
    pdf.set_metadata(about::metadata(document, info));
    pdf.finish()
}

fn draw_page(pdf: &mut krilla::Document, page: &Page, laid: &Flow, filled: &mut Filled, fonts: &Fonts) {
    let Some(settings) = PageSettings::from_wh(PAGE.0, PAGE.1) else { return };
    let mut sheet = pdf.start_page_with(settings);
    let mut surface = sheet.surface();
    for shape in &page.shapes {
        draw_shape(&mut surface, *shape);
    }
    for placed in &page.texts {
        draw_ground(&mut surface, placed);
        draw_text(&mut surface, placed, filled, fonts);
    }
    surface.finish();
    for placed in &page.texts {
        links::lay(&mut sheet, placed, laid, filled);
    }
    sheet.finish();
}

fn draw_shape(surface: &mut Surface<'_>, shape: Shape) {
    if let Some(path) = rectangle(shape) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        surface.set_fill(Some(ink(shape.color)));
        surface.draw_path(&path);
        surface.end_tagged();
    }
}

/// The tint behind what is assumed, the line under a link.
fn draw_ground(surface: &mut Surface<'_>, placed: &Placed) {
    let (run, size) = (&placed.run, placed.run.style.size);
    if run.marks.tint {
        let (y, height) = (placed.y - size * 0.85, size * 1.16);
        draw_shape(surface, Shape { x: placed.x - 1.0, y, width: run.width + 2.0, height, color: TINT });
    }
    if run.marks.link.is_some() {
        let width = run.width - links::trailing(placed);
        draw_shape(
            surface,
            Shape { x: placed.x, y: placed.y + 1.6, width, height: 0.5, color: run.style.color },
        );
    }
}

fn draw_text(surface: &mut Surface<'_>, placed: &Placed, filled: &mut Filled, fonts: &Fonts) {
    let run = &placed.run;
    if run.glyphs.is_empty() {
        return;
    }
    let tag = match run.marks.slot {
        Some(_) => ContentTag::Span(SpanTag::empty()),
        None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
    };
    let id = surface.start_tagged(tag);
    surface.set_fill(Some(ink(run.style.color)));
    let start = Point::from_xy(placed.x, placed.y);
    let font = fonts.get(run.face).font.clone();
    surface.draw_glyphs(start, &run.glyphs, font, &run.text, run.style.size, false);
    surface.end_tagged();
    if let Some(slot) = run.marks.slot {
        filled.put(slot, id);
    }
}

fn ink(Color(red, green, blue): Color) -> Fill {
    let paint = rgb::Color::new(red, green, blue).into();
    Fill { paint, opacity: NormalizedF32::ONE, rule: krilla::paint::FillRule::default() }
}

fn rectangle(shape: Shape) -> Option<Path> {
    let mut builder = PathBuilder::new();
    builder.push_rect(Rect::from_xywh(shape.x, shape.y, shape.width, shape.height)?);
    builder.finish()
}
