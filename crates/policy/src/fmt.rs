//! One layout for every file of the language: `abide fmt`.
//!
//! **Contract.** [`format()`] changes how a file looks and never what it means: comments, their order, blank lines (one at
//! most in a row) and the author's order stay. What it gives is its own layout: formatting again changes nothing. It
//! reads its own result back before giving it, and refuses a file that cannot be understood.
//!
//! **Layout.** Two spaces a level, lists one level below their key, `{ a: b }` and `[a, b]` where they fit into
//! [`WIDTH`] columns and as a block where not, quotes only where the text would read differently without, `"` before
//! `'`, one space before a comment, one line break at the end, no byte order mark.

mod block;
mod comments;
mod flow;
mod same;
mod scalar;

use crate::diagnostic::Diagnostic;
use crate::rule::rules;
use crate::tree::{self, Node, PieceKind, Tree};
use comments::Comments;

/// The widest line that brackets are kept on.
pub const WIDTH: usize = 120;

rules! {
    /// ## What it means
    /// The formatter read back what it had written, and found that it would not mean the same. The file was left as it
    /// is. This is a fault of Abide; please report it with the file.
    UNSURE = "A0022", Error, "a layout that cannot be changed safely";
}

/// The text in the layout of the language.
///
/// # Errors
/// Every fault of writing, if there is one: the text is then not touched.
pub fn format(text: &str) -> Result<String, Vec<Diagnostic>> {
    let tree = tree::parse(text);
    if !tree.errors().is_empty() {
        return Err(tree.errors().to_vec());
    }
    let formatted = Printer::new(&tree).document();
    if same::same(&tree, &tree::parse(&formatted)) {
        return Ok(formatted);
    }
    let told = UNSURE.breach("this file cannot be formatted without a change of what it means");
    Err(vec![told.at(tree.root().span).help("report this, with the file")])
}

/// What has been written, and where in the tree's text that was.
struct Printer<'t> {
    tree: &'t Tree,
    text: &'t str,
    comments: Comments<'t>,
    out: String,
    /// Where in the text ends what was written last.
    last: usize,
    /// Whether the line being written ends in a comment.
    commented: bool,
    /// Whether the last lines written are blank and belong to a text.
    blank: bool,
}

impl<'t> Printer<'t> {
    fn new(tree: &'t Tree) -> Self {
        let text = tree.text();
        Printer {
            tree,
            text,
            comments: Comments::new(tree),
            out: String::new(),
            last: 0,
            commented: false,
            blank: false,
        }
    }

    fn document(mut self) -> String {
        let mark = self.tree.pieces().iter().find(|piece| piece.kind != PieceKind::Space);
        let mark = mark.and_then(|_| self.document_mark());
        if let Some(span) = mark {
            self.leading(span.start, 0);
            self.fresh(span.start, 0);
            self.write("---", span.end);
        }
        self.root(self.tree.root());
        self.leading(usize::MAX, 0);
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }

    fn document_mark(&self) -> Option<crate::diagnostic::Span> {
        let content =
            self.tree.pieces().iter().find(|piece| {
                !matches!(piece.kind, PieceKind::Space | PieceKind::Break | PieceKind::Comment)
            })?;
        (content.kind == PieceKind::Mark && content.span.of(self.text) == "---").then_some(content.span)
    }

    fn root(&mut self, root: &Node) {
        self.value_of_root(root);
    }

    /// Writes on the line, up to `end` of the text.
    fn write(&mut self, words: &str, end: usize) {
        self.out.push_str(words);
        self.last = end;
        self.blank = false;
    }

    /// Begins a line for what stands at `at`, after a blank one if there is one in the text.
    fn fresh(&mut self, at: usize, indent: usize) {
        if !self.out.is_empty() {
            self.out.push('\n');
            if !self.blank && self.blank_above(at) {
                self.out.push('\n');
            }
        }
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.commented = false;
        self.blank = false;
    }

    /// Whether what stands at `at` is the first on its line, and the line above is blank.
    fn blank_above(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default();
        let Some((above, line)) = before.rsplit_once('\n') else { return false };
        let above = above.rsplit('\n').next().unwrap_or_default();
        let first = line.chars().all(|c| matches!(c, ' ' | '\t' | '-' | '\u{feff}'));
        first && above.chars().all(|c| matches!(c, ' ' | '\t' | '\r' | '\u{feff}'))
    }

    /// Writes the comments before `until`: beside what they stand beside, else on lines of their own.
    fn leading(&mut self, until: usize, indent: usize) {
        while let Some(comment) = self.comments.before(until) {
            self.comment(comment, indent);
        }
    }

    fn comment(&mut self, comment: comments::Comment<'t>, indent: usize) {
        if self.is_beside(comment.span.start) {
            self.out.push(' ');
        } else {
            self.fresh(comment.span.start, indent);
        }
        self.write(comment.words, comment.span.end);
        self.commented = true;
    }

    /// Whether a comment at `at` stands on the line of what was written last, and can stay there.
    fn is_beside(&self, at: usize) -> bool {
        let between = self.text.get(self.last..at).unwrap_or("\n");
        !self.out.is_empty() && !self.commented && !between.contains('\n')
    }
}
