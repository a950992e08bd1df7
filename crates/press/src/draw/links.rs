//! Links over their words: to an address, or to a place in the same document.

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::page::Page;

use crate::flow::{Flow, Place, Placed};
use crate::style::LEFT;
use crate::tree::Filled;

/// Lays a link over a run that leads somewhere, and notes it with the run in the structure.
pub(super) fn lay(sheet: &mut Page<'_>, placed: &Placed, laid: &Flow, filled: &mut Filled) {
    let run = &placed.run;
    let Some((href, target)) = run.marks.link.as_deref().and_then(|href| Some((href, target(href, laid)?)))
    else {
        return;
    };
    let size = run.style.size;
    let (top, width) = (placed.y - size * 0.8, run.width - trailing(placed));
    let Some(rect) = Rect::from_xywh(placed.x, top, width, size * 1.1) else { return };
    let alt = format!("{} ({href})", run.text.trim());
    let id = sheet.add_tagged_annotation(Annotation::new_link(LinkAnnotation::new(rect, target), Some(alt)));
    if let Some(slot) = run.marks.slot {
        filled.put(slot, id);
    }
}

/// The width of the spaces at a run's end.
pub(super) fn trailing(placed: &Placed) -> f32 {
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

/// Where a place is.
pub(super) fn destination(place: Place) -> XyzDestination {
    XyzDestination::new(place.page, Point::from_xy(LEFT, (place.y - 8.0).max(0.0)))
}
