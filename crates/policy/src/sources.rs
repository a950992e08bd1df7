//! The files of a policy: one, or several named by `include:`, read as if they were one.
//!
//! **Contract.** [`Sources::gather`] never fails: it takes what can be read and tells of everything else, each problem
//! in its own file. A [`Span`] counts over all files as if one stood behind the other; [`Places`] finds the file again.
//! Which file a section stands in counts for nothing: sections are joined in the order of the files, the including
//! file before what it includes.
//!
//! **Absences.** Nothing is read here: the caller hands in how, and refuses what lies outside the policy's folder.

mod decode;
pub(crate) mod faults;
mod gather;
mod merge;
mod path;
mod variables;

use crate::diagnostic::{Diagnostic, Places, Source, Span};
use crate::tree::{Lost, Node};
use std::fmt::Write;

/// The most bytes that the files of a policy hold together; nothing larger is read.
pub const LARGEST: usize = 8 << 20;
/// The most files that a policy is made of.
pub const MOST_FILES: usize = 100;

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is none.
    Missing,
    /// It lies outside the policy's folder: a link leads there.
    Outside,
    /// It is no file: a folder, a device.
    NoFile,
    /// Files are not read here at all.
    NotHere,
    /// The system says why.
    Unreadable(String),
}

/// The files of a policy, parsed and joined.
#[derive(Debug, Clone)]
pub struct Sources {
    files: Vec<Placed>,
    root: Node,
    told: Vec<Diagnostic>,
    lost: Lost,
    readable: bool,
}

/// A file and where it begins among all.
#[derive(Debug, Clone)]
struct Placed {
    source: Source,
    start: usize,
}

impl Sources {
    /// A policy in one file. What it includes is told as missing.
    pub fn one(source: &Source) -> Self {
        Self::gather(&source.name, source.text.as_bytes(), |_| Err(Refusal::NotHere))
    }

    /// The file `name` of these bytes, and every file it includes. `read` gives the bytes of a file by its path, which
    /// is relative to the folder of the first file, written with `/`, and holds no `..`. It need not give more than
    /// [`LARGEST`] bytes and one, and must refuse what a link leads to outside that folder.
    pub fn gather(name: &str, bytes: &[u8], read: impl FnMut(&str) -> Result<Vec<u8>, Refusal>) -> Self {
        gather::gather(name, bytes, read)
    }

    /// The file that was named; those it includes follow.
    pub fn files(&self) -> impl Iterator<Item = &Source> {
        self.files.iter().map(|file| &file.source)
    }

    /// Where a file begins among all.
    pub(crate) fn start_of(&self, name: &str) -> Option<usize> {
        self.files.iter().find(|file| file.source.name == name).map(|file| file.start)
    }

    /// Everything that was read, as one text: of one file the text itself, of several each after a line that names it.
    pub fn text(&self) -> String {
        if let [only] = self.files.as_slice() {
            return only.source.text.clone();
        }
        self.files().fold(String::new(), |mut all, file| {
            // INVARIANT: writing to a string cannot fail
            let _ = writeln!(all, "# {}\n{}", file.name, file.text);
            all
        })
    }

    /// The joined mapping.
    pub(crate) fn root(&self) -> &Node {
        &self.root
    }

    /// What is wrong with the writing and with the includes.
    pub(crate) fn told(&self) -> &[Diagnostic] {
        &self.told
    }

    /// What stands in parts that could not be understood.
    pub(crate) fn lost(&self) -> &Lost {
        &self.lost
    }

    /// Whether the first file is text at all; if not, nothing more is to be said of it.
    pub(crate) fn is_readable(&self) -> bool {
        self.readable
    }
}

/// One file that includes no other, such as a store map, and everything that is wrong with its bytes: the text is then
/// not to be used.
pub fn text(name: &str, bytes: &[u8]) -> (Source, Vec<Diagnostic>) {
    let decoded = decode::decode(bytes, 0);
    (Source::new(name, decoded.text), decoded.told)
}

impl Places for Sources {
    fn place(&self, span: Span) -> (&Source, Span) {
        let at = self.files.partition_point(|file| file.start <= span.start).saturating_sub(1);
        // INVARIANT: there is at least the file that was named
        #[expect(
            clippy::indexing_slicing,
            reason = "`at` is below the number of files, of which there is one"
        )]
        let file = &self.files[at];
        let back = |place: usize| place.saturating_sub(file.start).min(file.source.text.len());
        (&file.source, Span::new(back(span.start), back(span.end)))
    }
}
