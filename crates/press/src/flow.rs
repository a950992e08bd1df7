//! Pages being filled from top to bottom.

use std::collections::HashMap;

use crate::style::{BOTTOM, Color, PAGE, RULE, TOP, WIDTH};
use crate::text::{Line, Run};
use crate::tree::Tree;

/// A run of text at its place; `y` is the baseline.
#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) run: Run,
}

/// A filled rectangle: a ground, a rule, a bar.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) color: Color,
}

/// What stands on a page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) shapes: Vec<Shape>,
    pub(crate) texts: Vec<Placed>,
}

/// A place in the document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// An entry of the outline.
#[derive(Debug)]
pub(crate) struct Mark {
    pub(crate) level: u8,
    pub(crate) text: String,
    pub(crate) place: Place,
}

/// Pages, the place of writing, and what is remembered on the way.
#[derive(Debug)]
pub(crate) struct Flow {
    pub(crate) done: Vec<Page>,
    pub(crate) page: Page,
    pub(crate) y: f32,
    pub(crate) tree: Tree,
    pub(crate) anchors: HashMap<String, Place>,
    pub(crate) marks: Vec<Mark>,
}

impl Flow {
    pub(crate) fn new() -> Self {
        Self {
            done: Vec::new(),
            page: Page::default(),
            y: TOP,
            tree: Tree::new(),
            anchors: HashMap::new(),
            marks: Vec::new(),
        }
    }

    /// Where writing goes on.
    pub(crate) fn place(&self) -> Place {
        Place { page: self.done.len(), y: self.y }
    }

    /// Whether nothing stands on this page yet.
    pub(crate) fn at_top(&self) -> bool {
        self.y <= TOP + 0.5
    }

    /// How much height is left on this page.
    pub(crate) fn left(&self) -> f32 {
        BOTTOM - self.y
    }

    /// Begins a new page.
    pub(crate) fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.y = TOP;
    }

    /// Begins a new page unless so much height is left on this one.
    pub(crate) fn ensure(&mut self, height: f32) {
        if height > self.left() && !self.at_top() {
            self.turn();
        }
    }

    /// Leaves space, but not at the top of a page.
    pub(crate) fn space(&mut self, height: f32) {
        if !self.at_top() {
            self.y = (self.y + height).min(BOTTOM);
        }
    }

    /// A fine line over the width.
    pub(crate) fn rule(&mut self) {
        let y = self.y;
        self.shape(Shape { x: crate::style::LEFT, y, width: WIDTH, height: 0.6, color: RULE });
    }

    pub(crate) fn shape(&mut self, shape: Shape) {
        self.page.shapes.push(shape);
    }

    /// Sets a line with its upper edge at `top`.
    pub(crate) fn set(&mut self, line: Line, x: f32, top: f32, leading: f32) {
        for run in line.runs {
            let y = top + baseline(leading);
            self.page.texts.push(Placed { x: x + run.x, y, run });
        }
    }

    /// Sets lines one below the other, over pages; no line of several stands alone on a page.
    pub(crate) fn lines(&mut self, lines: Vec<Line>, x: f32, leading: f32) {
        let mut rest = lines.len();
        let mut fresh = true;
        for line in lines {
            let fits = (self.left() / leading).floor();
            let alone = fresh && rest > 1 && fits < 2.0;
            let last_two = rest == 2 && fits < 2.0 && !fresh;
            if fits < 1.0 || ((alone || last_two) && !self.at_top()) {
                self.ensure(PAGE.1);
            }
            let top = self.y;
            self.set(line, x, top, leading);
            self.y += leading;
            rest -= 1;
            fresh = false;
        }
    }
}

/// The baseline of a line of that height, from its upper edge.
fn baseline(leading: f32) -> f32 {
    leading * 0.74
}
