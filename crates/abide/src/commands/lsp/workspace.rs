//! The files an editor has open, and those beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, PublishDiagnosticsParams, Url,
};
use policy::editor::{self, Opened, Utf16, Utf16Lines};
use policy::{Diagnostic, Places, Refusal, Source, Sources};

use super::convert;
use crate::files;

/// What is open, by path: its address, its version and its text.
type Open = BTreeMap<PathBuf, (Url, i32, String)>;

/// What is open at a moment, and what has changed.
pub struct News {
    open: Open,
    changed: BTreeSet<PathBuf>,
}

/// What is open, and what has changed since problems were told.
#[derive(Default)]
pub struct Workspace {
    open: Open,
    changed: BTreeSet<PathBuf>,
    /// The files problems were told of, by the first file they were told with.
    told: BTreeMap<PathBuf, BTreeSet<Url>>,
    /// The last answer to a question, for as long as nothing changes.
    last: Option<(PathBuf, Opened)>,
}

impl Workspace {
    pub fn open(&mut self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        if let Ok(path) = document.uri.to_file_path() {
            self.open.insert(path.clone(), (document.uri, document.version, document.text));
            self.touch(path);
        }
    }

    pub fn change(&mut self, params: DidChangeTextDocumentParams) {
        let Ok(path) = params.text_document.uri.to_file_path() else { return };
        let Some((_, version, text)) = self.open.get_mut(&path) else { return };
        *version = params.text_document.version;
        for change in params.content_changes {
            match change.range {
                None => *text = change.text,
                Some(range) => {
                    let lines = Utf16Lines::new(text);
                    let place =
                        |at: lsp_types::Position| lines.offset(Utf16 { line: at.line, column: at.character });
                    let (from, to) = (place(range.start), place(range.end));
                    if text.get(from..to).is_some() {
                        text.replace_range(from..to, &change.text);
                    }
                }
            }
        }
        self.touch(path);
    }

    pub fn saved(&mut self, params: DidSaveTextDocumentParams) {
        if let Ok(path) = params.text_document.uri.to_file_path() {
            self.touch(path);
        }
    }

    pub fn close(&mut self, params: DidCloseTextDocumentParams) {
        if let Ok(path) = params.text_document.uri.to_file_path() {
            self.open.remove(&path);
            self.touch(path);
        }
    }

    /// What is open now, with what has changed since this was last asked; nothing where nothing has.
    pub fn news(&mut self) -> Option<News> {
        let changed = std::mem::take(&mut self.changed);
        (!changed.is_empty()).then(|| News { open: self.open.clone(), changed })
    }

    /// Takes in what another one holds open, and what has changed there.
    pub fn take_in(&mut self, news: News) {
        self.open = news.open;
        self.changed.extend(news.changed);
    }

    fn touch(&mut self, path: PathBuf) {
        self.changed.insert(path);
        self.last = None;
    }

    /// The text of a file: as it is open, else as it lies.
    pub fn text(&self, path: &Path) -> Option<String> {
        if let Some((.., text)) = self.open.get(path) {
            return Some(text.clone());
        }
        String::from_utf8(files::bytes(path).ok()?).ok()
    }

    /// The policy, or the map, that a file belongs to, for a question about it.
    pub fn opened(&mut self, path: &Path) -> Option<&Opened> {
        if self.last.as_ref().is_none_or(|(known, _)| known != path) {
            let text = self.text(path)?;
            let opened = if editor::is_map(&text) {
                let policy = self.first_of(path).map(|first| Opened::policy(self.sources(&first)));
                Opened::map(&Source::new(name(path), text), policy)
            } else {
                Opened::policy(self.sources(&self.first(path, &text)))
            };
            self.last = Some((path.to_owned(), opened));
        }
        self.last.as_ref().map(|(_, opened)| opened)
    }

    /// A policy from its first file on.
    pub fn sources(&self, first: &Path) -> Sources {
        let folder = first.parent().unwrap_or(Path::new("/")).to_owned();
        let root = folder.canonicalize();
        let read = |file: &str| {
            let path = folder.join(file);
            match (self.open.get(&path), &root) {
                (Some((.., text)), _) => Ok(text.clone().into_bytes()),
                (None, Ok(root)) => files::beside(root, &path),
                (None, Err(error)) => Err(Refusal::Unreadable(error.to_string())),
            }
        };
        let bytes = self.text(first).unwrap_or_default().into_bytes();
        Sources::gather(&name(first), &bytes, read)
    }

    /// The first file of the policy that a file belongs to: itself, or one beside it that includes it.
    pub fn first(&self, path: &Path, text: &str) -> PathBuf {
        if editor::is_first(text) {
            return path.to_owned();
        }
        let including = |candidate: &PathBuf| {
            let first =
                self.text(candidate).is_some_and(|text| text.contains("include") && editor::is_first(&text));
            first && self.sources(candidate).files().any(|file| file.name == name(path))
        };
        beside(path).into_iter().find(including).unwrap_or_else(|| path.to_owned())
    }

    /// The first policy beside a map that compiles.
    fn policy_of(&self, map: &Path) -> Option<policy::Policy> {
        self.firsts(map).into_iter().find_map(|path| policy::compile_all(&self.sources(&path)).policy)
    }

    /// The policies in a file's folder.
    fn firsts(&self, path: &Path) -> Vec<PathBuf> {
        let is_first = |path: &PathBuf| self.text(path).is_some_and(|text| editor::is_first(&text));
        beside(path).into_iter().filter(is_first).collect()
    }

    /// The policy a map belongs to: the only one beside it, or the first that compiles.
    fn first_of(&self, map: &Path) -> Option<PathBuf> {
        let firsts = self.firsts(map);
        if let [only] = firsts.as_slice() {
            return Some(only.clone());
        }
        firsts.into_iter().find(|path| policy::compile_all(&self.sources(path)).policy.is_some())
    }

    /// The policy that a file belongs to, with the maps of its stores: what shares its names.
    pub fn family(&self, path: &Path) -> Vec<Opened> {
        let Some(text) = self.text(path) else { return Vec::new() };
        let first = if editor::is_map(&text) { self.first_of(path) } else { Some(self.first(path, &text)) };
        let maps = beside(path).into_iter().filter_map(|map| {
            let text = self.text(&map).filter(|text| editor::is_map(text))?;
            let ours = map == path || self.first_of(&map) == first;
            ours.then(|| Opened::map(&Source::new(name(&map), text), None))
        });
        let policy = first.as_ref().map(|first| Opened::policy(self.sources(first)));
        policy.into_iter().chain(maps).collect()
    }

    /// What is told of a map; nothing where no policy beside it compiles.
    pub fn map_problems(&self, path: &Path, map: &Source) -> Vec<Diagnostic> {
        let policy = self.policy_of(path);
        policy.map(|policy| policy::map::compile_map(map, &policy).diagnostics).unwrap_or_default()
    }

    /// What is told of a policy, or of a map.
    fn checked(&self, path: &Path) -> Option<Checked> {
        let text = self.text(path)?;
        if editor::is_map(&text) {
            let source = Source::new(name(path), text);
            let told = self.map_problems(path, &source);
            let files = vec![source.name.clone()];
            return Some(Checked { places: Box::new(source), files, told });
        }
        let first = self.first(path, &text);
        // Neither a policy, nor a part of one beside it.
        if first == path && !editor::is_ours(&name(path), &text) {
            return None;
        }
        let sources = self.sources(&first);
        let told = policy::compile_all(&sources).diagnostics;
        let files = sources.files().map(|file| file.name.clone()).collect();
        Some(Checked { places: Box::new(sources), files, told })
    }

    /// The problems of everything that changed, file by file; a file that has none any more is told as empty.
    pub fn problems(&mut self) -> Vec<PublishDiagnosticsParams> {
        let changed = std::mem::take(&mut self.changed);
        let firsts: BTreeSet<PathBuf> = changed
            .iter()
            .map(|path| match self.text(path) {
                Some(text) if !editor::is_map(&text) => self.first(path, &text),
                _ => path.clone(),
            })
            .collect();
        firsts.into_iter().flat_map(|first| self.problems_of(&first)).collect()
    }

    fn problems_of(&mut self, first: &Path) -> Vec<PublishDiagnosticsParams> {
        let mut by_file: BTreeMap<Url, Vec<lsp_types::Diagnostic>> = BTreeMap::new();
        if let Some(Checked { places, files, told }) = self.checked(first) {
            // What is open and has no problem is told so.
            let open = files.iter().filter(|file| self.open.contains_key(Path::new(file)));
            for url in open.filter_map(|file| Url::from_file_path(file).ok()) {
                by_file.entry(url).or_default();
            }
            by_file.extend(convert::diagnostics(places.as_ref(), &told));
        }
        let before =
            self.told.insert(first.to_owned(), by_file.keys().cloned().collect()).unwrap_or_default();
        for url in before {
            by_file.entry(url).or_default();
        }
        let version = |url: &Url| {
            let path = url.to_file_path().ok()?;
            self.open.get(&path).map(|(_, version, _)| *version)
        };
        by_file
            .into_iter()
            .map(|(uri, diagnostics)| PublishDiagnosticsParams { version: version(&uri), uri, diagnostics })
            .collect()
    }
}

/// What was checked: its files, and every problem.
struct Checked {
    places: Box<dyn Places>,
    files: Vec<String>,
    told: Vec<Diagnostic>,
}

/// The name of a file, as the policy language speaks of it.
pub fn name(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// The YAML files in a file's folder.
fn beside(path: &Path) -> Vec<PathBuf> {
    let Some(folder) = path.parent() else { return Vec::new() };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut all: Vec<PathBuf> = entries
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml"))
        .collect();
    all.sort();
    all
}
