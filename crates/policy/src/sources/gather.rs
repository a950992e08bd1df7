//! Following includes.

use super::decode::decode;
use super::merge::Joined;
use super::path::follow;
use super::{MOST_FILES, Placed, Refusal, Sources, faults, variables};
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::tree::{self, Entry, Lost, Node, NodeKind};
use std::collections::HashMap;

/// The key that names further files.
const INCLUDE: &str = "include";

struct Gather<R> {
    read: R,
    /// The folder of the first file as its name shows it, with the last `/`.
    folder: String,
    files: Vec<Placed>,
    /// The bytes of all files so far.
    bytes: usize,
    joined: Joined,
    told: Vec<Diagnostic>,
    lost: Lost,
    /// The files from the first to the one being read.
    open: Vec<String>,
    /// Every file read, with the place that included it.
    seen: HashMap<String, Span>,
    full: bool,
}

pub(super) fn gather(
    name: &str,
    bytes: &[u8],
    read: impl FnMut(&str) -> Result<Vec<u8>, Refusal>,
) -> Sources {
    let (folder, file) = name.rfind('/').map_or(("", name), |at| name.split_at(at + 1));
    let mut gather = Gather {
        read,
        folder: folder.to_owned(),
        files: Vec::new(),
        bytes: 0,
        joined: Joined::default(),
        told: Vec::new(),
        lost: Lost::default(),
        open: Vec::new(),
        seen: HashMap::new(),
        full: false,
    };
    let root = gather.file(name.to_owned(), file, bytes, None);
    gather.finish(root)
}

impl<R: FnMut(&str) -> Result<Vec<u8>, Refusal>> Gather<R> {
    fn finish(mut self, root: Option<Node>) -> Sources {
        let (entries, twice) = self.joined.entries();
        self.told.extend(twice);
        let kind = match &root {
            Some(Node { kind: NodeKind::Mapping(_), .. }) => NodeKind::Mapping(entries),
            Some(other) => other.kind.clone(),
            None => NodeKind::Missing,
        };
        let span = root.as_ref().map_or_else(Span::default, |root| root.span);
        let root_node = Node { kind, span };
        Sources {
            files: self.files,
            root: root_node,
            told: self.told,
            lost: self.lost,
            readable: root.is_some(),
        }
    }

    /// Reads one file and what it includes; gives its mapping, emptied of what was joined, or nothing if it is no text.
    fn file(&mut self, name: String, path: &str, bytes: &[u8], included: Option<Span>) -> Option<Node> {
        let start = self.files.last().map_or(0, |last| last.start + last.source.text.len() + 1);
        let decoded = decode(bytes, self.bytes);
        self.bytes = self.bytes.saturating_add(bytes.len());
        self.seen.insert(path.to_owned(), included.unwrap_or_default());
        self.told.extend(decoded.told.into_iter().map(|told| told.moved(start)));
        let tree = tree::parse(&decoded.text);
        // A text holds a `$` only where one is written, or an escape that stands for it.
        let variables = decoded.text.contains(['$', '\\']);
        self.files.push(Placed { source: Source { name, text: decoded.text }, start });
        if !decoded.readable {
            return None;
        }
        self.lost.add(tree.lost(), start);
        let (root, errors) = tree.into_parts();
        self.told.extend(errors.into_iter().map(|error| error.moved(start)));
        let mut root = root.moved(start);
        if variables {
            variables::tell(&root, &mut self.told);
        }
        if let NodeKind::Mapping(entries) = &mut root.kind {
            let (includes, mut rest): (Vec<Entry>, Vec<Entry>) =
                std::mem::take(entries).into_iter().partition(|entry| entry.key.text == INCLUDE);
            if included.is_some() {
                self.heads(&mut rest);
            }
            self.joined.add(rest);
            self.open.push(path.to_owned());
            includes.iter().for_each(|entry| self.includes(entry, path));
            self.open.pop();
        } else if let Some(include) = included {
            self.no_mapping(&root, include);
        }
        Some(root)
    }

    /// What only the first file says.
    fn heads(&mut self, entries: &mut Vec<Entry>) {
        entries.retain(|entry| {
            let head = matches!(entry.key.text.as_str(), "abide" | "service");
            if head {
                let message = format!(
                    "`{}` stands in the file that is named, not in those it includes",
                    entry.key.text
                );
                self.told
                    .push(faults::INCLUDED_HEAD.breach(message).at(entry.key.span).help("remove it here"));
            }
            !head
        });
    }

    fn no_mapping(&mut self, root: &Node, include: Span) {
        let told = match root.kind {
            NodeKind::Broken => return,
            NodeKind::Missing => faults::INCLUDE_READ.breach("the included file says nothing").at(include),
            _ => faults::INCLUDE_READ.breach("an included file holds sections, `key: value`").at(root.span),
        };
        self.told.push(told.help("write sections of the policy into it, or leave the include out"));
    }

    fn includes(&mut self, entry: &Entry, from: &str) {
        let items = match &entry.value.kind {
            NodeKind::Sequence(items) => items.as_slice(),
            NodeKind::Broken => return,
            _ => {
                let told = faults::INCLUDE_PATH.breach("`include` is a list of files").at(entry.key.span);
                self.told.push(told.help("write `include: [data.yaml]`"));
                return;
            }
        };
        for item in items {
            match item.scalar() {
                Some(scalar) => self.include(&scalar.text, item.span, from),
                None if item.kind == NodeKind::Broken => {}
                None => {
                    let told =
                        faults::INCLUDE_PATH.breach("the name of a file is expected here").at(item.span);
                    self.told.push(told.help("write a path such as `data.yaml`"));
                }
            }
        }
    }

    fn include(&mut self, written: &str, at: Span, from: &str) {
        let path = match follow(from, written) {
            Ok(path) => path,
            Err(wrong) => {
                let told = faults::INCLUDE_PATH.breach(wrong).at(at);
                self.told.push(told.help("name a file of the same folder or below, such as `data.yaml`"));
                return;
            }
        };
        if let Some(first) = self.seen.get(&path).copied() {
            self.again(&path, at, first);
        } else if self.files.len() >= MOST_FILES {
            self.too_many(at);
        } else {
            match (self.read)(&path) {
                Ok(bytes) => {
                    let name = format!("{}{path}", self.folder);
                    self.file(name, &path, &bytes, Some(at));
                }
                Err(refusal) => self.told.push(refused(&path, &refusal).at(at)),
            }
        }
    }

    fn again(&mut self, path: &str, at: Span, first: Span) {
        let told = match self.open.iter().position(|open| open == path) {
            Some(from) => {
                let way = self.open.get(from..).unwrap_or_default().join("` → `");
                faults::INCLUDE_AGAIN
                    .breach(format!("files include each other in a circle: `{way}` → `{path}`"))
                    .at(at)
            }
            None => faults::INCLUDE_AGAIN
                .breach(format!("`{path}` is included twice"))
                .at(at)
                .label(first, "included here first"),
        };
        self.told.push(told.help("include each file once"));
    }

    fn too_many(&mut self, at: Span) {
        if !std::mem::replace(&mut self.full, true) {
            let message = format!("a policy is made of at most {MOST_FILES} files");
            self.told.push(faults::TOO_LARGE.breach(message).at(at).help("put sections together"));
        }
    }
}

fn refused(path: &str, refusal: &Refusal) -> Diagnostic {
    let (message, help) = match refusal {
        Refusal::Missing => (format!("there is no file `{path}`"), "correct the path, or write the file"),
        Refusal::Outside => (
            format!("a link leads from `{path}` to a file outside the policy's folder"),
            "put the file itself into the policy's folder",
        ),
        Refusal::NoFile => (format!("`{path}` is no file"), "name a file, not a folder or a device"),
        Refusal::NotHere => (
            format!("`{path}` cannot be read here: only one file was given"),
            "put its sections into this file, or use `abide check` on the files",
        ),
        Refusal::Unreadable(why) => (format!("`{path}` cannot be read: {why}"), "let it be readable"),
    };
    faults::INCLUDE_READ.breach(message).help(help)
}
