//! Where a name is declared, where it is used, and a new name for it.

use super::{Opened, Place};
use crate::diagnostic::Span;
use crate::shape::Space;
use crate::tree::{Entry, Node};

/// A change of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub place: Place,
    /// By what.
    pub text: String,
}

/// Why something cannot have a new name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoName {
    /// No name stands there.
    NotThere,
    /// The new one is no name.
    Unfit,
    /// Something else has that name.
    Taken,
}

/// A name of a policy: of what it is, and how it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    space: Space,
    name: String,
}

impl Opened {
    /// The name at a place of a file; in a store map, one of its policy's.
    pub fn name(&self, file: &str, offset: usize) -> Option<Name> {
        let (space, name, _) = self.name_at(self.global(file, offset)?)?;
        Some(Name { space, name: name.to_owned() })
    }

    /// Where the name, or the place, at a place of a file is declared.
    pub fn definition(&self, file: &str, offset: usize) -> Option<Place> {
        let at = self.global(file, offset)?;
        if let Some((path, _)) = self.checked().referred.iter().find(|(_, span)| holds(*span, at)) {
            return self.checked().places.get(path).map(|place| self.local(place.key));
        }
        self.declaration(&self.name(file, offset)?)
    }

    /// Where a name is declared; that of a map in its policy.
    pub fn declaration(&self, name: &Name) -> Option<Place> {
        let mut declared = self.checked().names.declared();
        let here = declared.find(|(space, other, _)| name.is(*space, other)).map(|(.., at)| self.local(at));
        here.or_else(|| self.policy.as_ref()?.declaration(name))
    }

    /// Where a name is used, with its declaration.
    pub fn references(&self, name: &Name) -> Vec<Place> {
        let names = &self.checked().names;
        let all = names.declared().chain(names.used()).filter(|(space, other, _)| name.is(*space, other));
        all.map(|(.., at)| self.local(at)).collect()
    }

    /// The name at a place that can be renamed, and its stretch.
    pub fn renamable(&self, file: &str, offset: usize) -> Option<(Place, String)> {
        let (space, name, at) = self.name_at(self.global(file, offset)?)?;
        let renamable = space != Space::Other && !(space == Space::Agreement && name == "privacy-policy");
        let last = if space == Space::Field { name.rsplit('.').next().unwrap_or(name) } else { name };
        renamable.then(|| (self.local(at), last.to_owned()))
    }

    /// Every change in these files that gives a name another one.
    ///
    /// # Errors
    /// If the new one cannot be it.
    pub fn rename(&self, name: &Name, new: &str) -> Result<Vec<Edit>, NoName> {
        let Name { space, name } = name;
        let (space, name) = (*space, name.as_str());
        if space == Space::Other {
            return Err(NoName::NotThere);
        }
        if !crate::shape::is_name(new) {
            return Err(NoName::Unfit);
        }
        let category = name.split_once('.').filter(|_| space == Space::Field).map(|(category, _)| category);
        let whole = category.map_or_else(|| new.to_owned(), |category| format!("{category}.{new}"));
        let names = &self.checked().names;
        if whole != name && names.declared().any(|(known, other, _)| known == space && other == whole) {
            return Err(NoName::Taken);
        }
        let edit = |at: Span, text: String| Edit { place: self.local(at), text };
        let declared = names.declared().filter(|(known, other, _)| *known == space && *other == name);
        let mut edits: Vec<Edit> = declared.map(|(.., at)| edit(at, new.to_owned())).collect();
        for (known, other, at) in names.used() {
            if known == space && other == name {
                edits.push(edit(at, whole.clone()));
            } else if let (Space::Category, Space::Field, Some((of, field))) =
                (space, known, other.split_once('.'))
                && of == name
            {
                edits.push(edit(at, format!("{new}.{field}")));
            }
        }
        let paths = self
            .checked()
            .referred
            .iter()
            .filter_map(|(path, at)| Some((renamed(path, space, name, new)?, *at)));
        edits.extend(paths.map(|(path, at)| edit(at, path)));
        Ok(edits)
    }

    /// Every name that is declared in a space, in the order written.
    pub(super) fn declared_in(&self, space: Space) -> Vec<String> {
        names_in(self.sources.root(), space).filter(|_| !self.is_map).unwrap_or_else(|| {
            let declared = self.checked().names.declared().filter(|(known, ..)| *known == space);
            declared.map(|(_, name, _)| name.to_owned()).collect()
        })
    }

    pub(super) fn name_at(&self, at: usize) -> Option<(Space, &str, Span)> {
        let names = &self.checked().names;
        names.used().chain(names.declared()).find(|(.., span)| holds(*span, at))
    }
}

/// What a section declares that has the form it should; nothing where only the check knows what is meant.
fn names_in(root: &Node, space: Space) -> Option<Vec<String>> {
    let sections = under(root, space.section())?;
    if space != Space::Field {
        return Some(sections.map(|one| one.key.text.to_string()).collect());
    }
    let mut fields = Vec::new();
    for category in sections {
        let named = under(&category.value, "fields")?;
        fields.extend(named.map(|field| format!("{}.{}", category.key.text, field.key.text)));
    }
    Some(fields)
}

/// What stands under a key, wherever that is written; nothing where it is not, or not as names.
fn under<'a>(node: &'a Node, key: &'a str) -> Option<impl Iterator<Item = &'a Entry>> {
    let all = || node.entries().unwrap_or_default().iter().filter(move |entry| entry.key.text == key);
    let sound = all().next().is_some() && all().all(|entry| entry.value.entries().is_some());
    sound.then(|| all().flat_map(|entry| entry.value.entries().unwrap_or_default()))
}

impl Name {
    fn is(&self, space: Space, name: &str) -> bool {
        self.space == space && self.name == name
    }
}

fn holds(span: Span, at: usize) -> bool {
    span.start <= at && at <= span.end && !span.is_empty()
}

/// A path in which a name stands, with the new one.
fn renamed(path: &str, space: Space, name: &str, new: &str) -> Option<String> {
    let (category, field) = name.split_once('.').unwrap_or((name, ""));
    let steps: Vec<&str> = path.split('/').collect();
    let step = |n: usize, step: &&str| -> String {
        let above = n.checked_sub(1).and_then(|n| steps.get(n)).copied().unwrap_or_default();
        let section = steps.first().copied().unwrap_or_default();
        let declares = match space {
            Space::Category => (section == "data" && n == 1 && *step == name).then(|| new.to_owned()),
            Space::Field => {
                (section == "data" && steps.get(1) == Some(&category) && n == 3 && *step == field)
                    .then(|| new.to_owned())
            }
            Space::Purpose => (n == 1 && section == "purposes" && *step == name).then(|| new.to_owned()),
            Space::Recipient => (n == 1 && section == "recipients" && *step == name).then(|| new.to_owned()),
            Space::Agreement => (n == 1 && section == "agreements" && *step == name).then(|| new.to_owned()),
            Space::Form => (n == 1 && section == "forms" && *step == name).then(|| new.to_owned()),
            Space::Document => (n == 1 && section == "documents" && *step == name).then(|| new.to_owned()),
            Space::Other => None,
        };
        let refers = match (space, above) {
            (Space::Purpose, "consents") if *step == name => Some(new.to_owned()),
            (Space::Field, "asks") if *step == name => Some(format!("{category}.{new}")),
            (Space::Category, "asks") => step
                .strip_prefix(name)
                .filter(|rest| rest.starts_with('.'))
                .map(|rest| format!("{new}{rest}")),
            _ => None,
        };
        declares.or(refers).unwrap_or_else(|| (*step).to_owned())
    };
    let after: Vec<String> = steps.iter().enumerate().map(|(n, one)| step(n, one)).collect();
    Some(after.join("/")).filter(|after| after != path)
}
