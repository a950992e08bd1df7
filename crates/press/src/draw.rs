//! Hands laid pages to krilla: content, tags, links, outline, metadata.

use document::Document;
use jiff::tz::TimeZone;
use krilla::SerializeSettings;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};

use crate::flow::{Flow, Mark, Page, Place, Placed, Shape};
use crate::fonts::Fonts;
use crate::style::{Color, LEFT, PAGE, TINT};
use crate::tree::Filled;
use crate::{Error, PdfInfo};

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
    pdf.set_outline(outline(&laid.marks));
    pdf.set_metadata(metadata(document, info));
    pdf.finish()
}

/// A link to be laid over its words: where, what it says, where to, and its place in the structure.
struct Over<'a> {
    rect: Rect,
    words: &'a Placed,
    href: &'a str,
}

fn draw_page(pdf: &mut krilla::Document, page: &Page, laid: &Flow, filled: &mut Filled, fonts: &Fonts) {
    let Some(settings) = PageSettings::from_wh(PAGE.0, PAGE.1) else { return };
    let mut sheet = pdf.start_page_with(settings);
    let mut surface = sheet.surface();
    let mut links = Vec::new();
    for shape in &page.shapes {
        draw_shape(&mut surface, *shape);
    }
    for placed in &page.texts {
        draw_ground(&mut surface, placed);
        draw_text(&mut surface, placed, filled, fonts);
        links.extend(link_over(placed));
    }
    surface.finish();
    for link in links {
        let Some(target) = target(link.href, laid) else { continue };
        let alt = format!("{} ({})", link.words.run.text.trim(), link.href);
        let annotation = Annotation::new_link(LinkAnnotation::new(link.rect, target), Some(alt));
        let id = sheet.add_tagged_annotation(annotation);
        if let Some(slot) = link.words.run.marks.slot {
            filled.put(slot, id);
        }
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
        let width = run.width - trailing(placed);
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

fn link_over(placed: &Placed) -> Option<Over<'_>> {
    let href = placed.run.marks.link.as_deref()?;
    let size = placed.run.style.size;
    let width = placed.run.width - trailing(placed);
    let rect = Rect::from_xywh(placed.x, placed.y - size * 0.8, width, size * 1.1)?;
    Some(Over { rect, words: placed, href })
}

/// The width of the spaces at a run's end.
fn trailing(placed: &Placed) -> f32 {
    let run = &placed.run;
    let spaces = run.text.chars().rev().take_while(|c| *c == ' ').count();
    run.glyphs.iter().rev().take(spaces).map(|glyph| glyph.x_advance * run.style.size).sum()
}

fn target(href: &str, laid: &Flow) -> Option<Target> {
    match href.strip_prefix('#') {
        Some(anchor) => laid.anchors.get(anchor).map(|place| Target::Destination(destination(*place).into())),
        None => Some(Target::Action(Action::Link(LinkAction::new(href.to_owned())))),
    }
}

fn destination(place: Place) -> XyzDestination {
    XyzDestination::new(place.page, Point::from_xy(LEFT, (place.y - 8.0).max(0.0)))
}

/// Headings of the second level, those of the third below them.
fn outline(marks: &[Mark]) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for mark in marks.iter().filter(|mark| mark.level <= 3) {
        let node = OutlineNode::new(mark.text.clone(), destination(mark.place));
        match &mut open {
            Some(section) if mark.level == 3 => section.push_child(node),
            _ => {
                if let Some(section) = open.replace(node) {
                    outline.push_child(section);
                }
            }
        }
    }
    if let Some(section) = open {
        outline.push_child(section);
    }
    outline
}

fn metadata(document: &Document, info: &PdfInfo) -> Metadata {
    let made = TimeZone::UTC.to_datetime(info.created);
    let part = |number: i8| u8::try_from(number).unwrap_or(0);
    let created = DateTime::new(u16::try_from(made.year()).unwrap_or(0))
        .month(part(made.month()))
        .day(part(made.day()))
        .hour(part(made.hour()))
        .minute(part(made.minute()))
        .second(part(made.second()))
        .utc_offset_hour(0);
    let title = if document.title.trim().is_empty() { "–" } else { &document.title };
    Metadata::new()
        .title(title.to_owned())
        .description(document.subtitle.clone().unwrap_or_default())
        .authors(vec![info.author.clone()])
        .creator("Abide".to_owned())
        .language(document.lang.clone())
        .creation_date(created)
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
