//! Walking a tree beside a table of keys.

use super::names::Names;
use super::path::Path;
use super::scalar::{is_name, is_nothing, plain, wrong};
use super::{Key, KeyType, Need, Shape, Space, Type, faults, intended};
use crate::diagnostic::{Diagnostic, Span};
use crate::tree::{Entry, Node, NodeKind, Scalar};
use std::collections::{HashMap, HashSet};

/// Where something stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Its key, or the item itself.
    pub(crate) key: Span,
    /// Its value.
    pub(crate) value: Span,
}

/// What a walk has found.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    /// Where everything stands, by path: `purposes/deliver-orders/basis`, items by number.
    pub(crate) places: HashMap<String, Place>,
    /// Every name.
    pub(crate) names: Names,
    /// Every place something refers to.
    pub(crate) referred: Vec<(String, Span)>,
    /// Every text for people: where it stands, and in which languages; none named: in the reference language.
    pub(crate) texts: Vec<(Span, Vec<String>)>,
    /// The paths at which a yes stands.
    pub(crate) yes: HashSet<String>,
    /// Every value that is only assumed.
    pub(crate) assumed: Vec<Span>,
    /// The keys whose value has the wrong form, so that nothing is known of what belongs to them.
    pub(crate) misshapen: HashSet<Span>,
    /// Every problem.
    pub(crate) told: Vec<Diagnostic>,
}

/// Walks `node` beside `shape`.
pub(crate) fn check(node: &Node, shape: &'static Shape) -> Checked {
    let mut walk = Walk { checked: Checked::default(), path: Path::default(), example: "" };
    walk.record(node, shape, None);
    let mut checked = walk.checked;
    checked.names.dangling(&mut checked.told);
    super::places::dangling(&checked.places, &checked.referred, &mut checked.told);
    checked
}

struct Walk {
    checked: Checked,
    path: Path,
    /// How the key is written whose value is looked at.
    example: &'static str,
}

impl Walk {
    fn tell(&mut self, problem: Diagnostic) {
        self.checked.told.push(problem);
    }

    fn under(&mut self, name: &str, key: Span, value: Span, inner: impl FnOnce(&mut Self)) {
        self.path.enter(name);
        self.checked.places.entry(self.path.text().to_owned()).or_insert(Place { key, value });
        inner(self);
        self.path.leave();
    }

    fn record(&mut self, node: &Node, shape: &'static Shape, key: Option<Span>) {
        let entries = match &node.kind {
            NodeKind::Mapping(entries) => entries.as_slice(),
            NodeKind::Broken => return,
            NodeKind::Missing if self.path.is_top() => {
                self.tell(faults::EMPTY.breach("the file says nothing").help("begin with `abide: 1`"));
                return;
            }
            _ => return self.wrong_shape(node, &Type::Record(shape), key),
        };
        self.doubled(entries);
        let mut meant: Vec<&str> = Vec::new();
        for entry in entries {
            match shape.keys.iter().find(|known| known.name == entry.key.text) {
                Some(known) => self.known(entry, known),
                None => meant.extend(self.unknown(entry, entries, shape)),
            }
        }
        for missing in shape.keys.iter().filter(|known| known.need == Need::Required) {
            let written = entries.iter().any(|entry| entry.key.text == missing.name);
            if !written && !meant.contains(&missing.name) {
                self.missing(missing, shape, key, node.span);
            }
        }
    }

    fn known(&mut self, entry: &Entry, key: &'static Key) {
        let around = std::mem::replace(&mut self.example, key.example);
        self.entry(entry, &key.value);
        self.example = around;
    }

    fn entry(&mut self, entry: &Entry, value: &'static Type) {
        self.under(&entry.key.text, entry.key.span, entry.value.span, |walk| {
            walk.value(&entry.value, value, Some(entry.key.span));
        });
    }

    /// Tells of every key that stands twice; the first counts.
    fn doubled(&mut self, entries: &[Entry]) {
        // Few are compared with each other; a table of them would cost more.
        let few = entries.len() <= 16;
        let mut known: HashMap<&str, Span> = HashMap::new();
        for (n, entry) in entries.iter().enumerate() {
            let key = entry.key.text.as_str();
            let before = match few {
                true => entries.iter().take(n).find(|one| one.key.text == key).map(|one| one.key.span),
                false => Some(*known.entry(key).or_insert(entry.key.span)).filter(|at| *at != entry.key.span),
            };
            if let Some(before) = before {
                let told = faults::DUPLICATE_KEY
                    .breach(format!("`{key}` stands twice"))
                    .at(entry.key.span)
                    .label(before, "first here")
                    .help("keep one of the two");
                self.tell(told);
            }
        }
    }

    /// Tells of an unknown key. Its value is looked at as that of the key it was meant to be, which it gives, so that
    /// one slip is told once and not also as a key that is missing.
    fn unknown(&mut self, entry: &Entry, beside: &[Entry], shape: &'static Shape) -> Option<&'static str> {
        let key = &entry.key;
        let known = || shape.keys.iter().map(|known| known.name);
        let few = beside.len() <= 100;
        let free = known().filter(|name| !few || !beside.iter().any(|other| other.key.text == *name));
        let near = intended(&key.text, free).or_else(|| intended(&key.text, known()));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("{} knows {}", shape.name, super::one_of(known()).replace(" or ", " and ")),
        };
        let message = format!("`{}` is no key of {}", super::scalar::short(&key.text), shape.name);
        let told = faults::UNKNOWN_KEY.breach(message).at(key.span).help(help);
        self.tell(match near {
            Some(near) => told.maybe(format!("call it `{near}`"), key.span, near),
            None => told,
        });
        let near = shape.keys.iter().find(|known| Some(known.name) == near)?;
        if !few || beside.iter().any(|other| other.key.text == near.name) {
            return None;
        }
        let around = std::mem::replace(&mut self.example, near.example);
        self.under(near.name, key.span, entry.value.span, |walk| {
            walk.value(&entry.value, &near.value, Some(key.span));
        });
        self.example = around;
        Some(near.name)
    }

    fn missing(&mut self, missing: &Key, shape: &'static Shape, key: Option<Span>, span: Span) {
        let start = span.start;
        let place = key.unwrap_or_else(|| Span::new(start, start));
        let told = faults::MISSING_KEY
            .breach(format!("`{}` is missing in {}", missing.name, shape.name))
            .at(place)
            .absent(missing.name)
            .help(match missing.example {
                "" => format!("add `{}:` with {}", missing.name, missing.value.expected()),
                example => format!("add it, for example `{example}`"),
            });
        self.tell(told);
    }

    fn wrong_shape(&mut self, node: &Node, expected: &Type, key: Option<Span>) {
        let found = match &node.kind {
            NodeKind::Mapping(_) => "keys with values",
            NodeKind::Sequence(_) => "a list",
            NodeKind::Scalar(_) => "a text",
            NodeKind::Missing => "nothing",
            NodeKind::Broken => return,
        };
        // A value over several lines would underline half the file: its key says enough.
        let place = match (&node.kind, key) {
            (NodeKind::Scalar(_), _) | (_, None) => node.span,
            (_, Some(key)) => key,
        };
        self.checked.misshapen.extend(key);
        let subject = self.subject().unwrap_or_else(|| "the file".to_owned());
        let message = format!("{subject} holds {found}, and needs {}", expected.expected());
        let told = faults::WRONG_SHAPE.breach(message).at(place);
        let told = match (expected, node.scalar()) {
            (Type::List(_), Some(scalar)) => {
                let told = told.help(format!("write `[{}]`", super::scalar::short(&scalar.text)));
                let one = is_name(&scalar.text.replace('.', "-"));
                if one { told.fix("make it a list", scalar.span, format!("[{}]", scalar.text)) } else { told }
            }
            _ => told.help(self.so(node, expected)),
        };
        self.tell(told);
    }

    /// What is spoken of: the last key, or an item of its list.
    fn subject(&self) -> Option<String> {
        let is_item = |step: &&str| step.bytes().all(|b| b.is_ascii_digit());
        let last = self.path.up().next()?;
        if !is_item(&last) {
            return Some(format!("`{}`", super::scalar::short(last)));
        }
        let list = self.path.up().find(|step| !is_item(step))?;
        Some(format!("an item of `{}`", super::scalar::short(list)))
    }

    /// How it is written instead.
    fn so(&self, node: &Node, expected: &Type) -> String {
        let named = matches!(expected, Type::Map(..) | Type::Record(_));
        let items = node.items().unwrap_or_default();
        let dashes = named && !items.is_empty() && items.iter().all(|item| item.entries().is_some());
        let lead = if dashes { "take the `-` away, and put each name before a `:`; " } else { "" };
        match self.example {
            "" if self.path.is_top() => {
                "begin with `abide: 1`, and write `key: value` on each line".to_owned()
            }
            "" => format!("{lead}write {}", expected.expected()),
            example => format!("{lead}it is written so: `{example}`"),
        }
    }

    fn value(&mut self, node: &Node, expected: &'static Type, key: Option<Span>) {
        match expected {
            Type::Record(shape) => self.record(node, shape, key),
            Type::Map(keys, value) => self.map(node, *keys, value, key),
            Type::List(item) => self.list(node, item, key),
            Type::Either(one, other) => {
                let further =
                    matches!(plain(node).0.kind, NodeKind::Mapping(_)) || is_sentence(node, one, other);
                self.value(node, if further { other } else { one }, key);
            }
            Type::Text if plain(node).0.entries().is_some() => {
                let (texts, assumed) = plain(node);
                self.checked.assumed.extend(assumed.then_some(texts.span));
                self.languages(texts);
            }
            Type::Days if plain(node).0.items().is_some() => self.list(node, &Type::Days, key),
            _ => self.scalar(node, expected, key),
        }
    }

    fn list(&mut self, node: &Node, item: &'static Type, key: Option<Span>) {
        let (node, assumed) = plain(node);
        self.checked.assumed.extend(assumed.then_some(node.span));
        match &node.kind {
            NodeKind::Sequence(items) => {
                for (n, value) in items.iter().enumerate() {
                    self.under(&n.to_string(), value.span, value.span, |walk| walk.value(value, item, None));
                }
            }
            _ => self.wrong_shape(node, &Type::List(item), key),
        }
    }

    fn map(&mut self, node: &Node, keys: KeyType, value: &'static Type, key: Option<Span>) {
        let Some(entries) = node.entries() else {
            self.meant_names(node, keys);
            return self.wrong_shape(node, &Type::Map(keys, value), key);
        };
        self.doubled(entries);
        for entry in entries {
            self.map_key(&entry.key, keys);
            self.entry(entry, value);
        }
    }

    /// Declares what a list names where names with their own keys belong: that it is declared wrongly is told once.
    fn meant_names(&mut self, node: &Node, keys: KeyType) {
        let KeyType::Defines(space) = keys else { return };
        for item in node.items().unwrap_or_default() {
            let first = item.entries().and_then(|entries| entries.first()).map(|entry| &entry.key);
            if let Some(name) = item.scalar().or(first) {
                self.declare(space, name);
            }
        }
    }

    fn declare(&mut self, space: Space, key: &Scalar) {
        let name = match (space, self.path.up().nth(1)) {
            (Space::Field, Some(category)) => format!("{category}.{}", key.text),
            _ => key.text.to_string(),
        };
        self.checked.names.declare(space, name, key.span);
    }

    fn map_key(&mut self, key: &Scalar, keys: KeyType) {
        match keys {
            KeyType::Free => {}
            KeyType::Words(words) => {
                let problem = wrong(&Type::Words(words), key);
                self.checked.told.extend(problem);
            }
            KeyType::Refers(space) => self.checked.names.refer(space, &key.text, key.span),
            KeyType::Defines(space) => {
                if !is_name(&key.text) {
                    self.unfit(space, key);
                }
                self.declare(space, key);
            }
        }
    }

    fn unfit(&mut self, space: Space, key: &Scalar) {
        let name = super::scalar::short(&key.text);
        let message = match space {
            Space::Other => format!("`{name}` cannot be a name"),
            _ => format!("`{name}` cannot be the name of {}", space.a()),
        };
        let help = "use lower-case letters, digits and `-`, beginning with a letter";
        let told = faults::BAD_NAME.breach(message).at(key.span);
        self.tell(match super::meant::name(&key.text) {
            Some(name) => {
                told.help(format!("{help}: `{name}`")).maybe(format!("call it `{name}`"), key.span, name)
            }
            None => told.help(help),
        });
    }

    fn languages(&mut self, node: &Node) {
        let entries = node.entries().unwrap_or_default();
        self.checked
            .texts
            .push((node.span, entries.iter().map(|entry| entry.key.text.to_string()).collect()));
        self.doubled(entries);
        for entry in entries {
            if let Some(mut problem) = wrong(&Type::Language, &entry.key) {
                problem.message =
                    format!("`{}` is no language's code", super::scalar::short(&entry.key.text));
                self.tell(problem);
            }
            self.entry(entry, &Type::Line);
        }
    }

    fn scalar(&mut self, node: &Node, expected: &'static Type, key: Option<Span>) {
        let (node, assumed) = plain(node);
        if assumed {
            self.checked.assumed.push(node.span);
        }
        match &node.kind {
            NodeKind::Scalar(scalar) if is_nothing(scalar) => {
                let nothing = Node { kind: NodeKind::Missing, span: scalar.span };
                self.wrong_shape(&nothing, expected, key);
            }
            NodeKind::Scalar(scalar) => {
                if matches!(expected, Type::Flag) && super::flag(&scalar.text) == Some(true) {
                    self.checked.yes.insert(self.path.text().to_owned());
                }
                if let Type::Text = expected {
                    self.checked.texts.push((scalar.span, Vec::new()));
                }
                if let Type::Ref(space) = expected {
                    self.checked.names.refer(*space, &scalar.text, scalar.span);
                }
                if let Type::Place = expected {
                    self.checked.referred.push((scalar.text.to_string(), scalar.span));
                }
                if let Some(problem) = wrong(expected, scalar) {
                    self.tell(problem);
                }
            }
            _ => self.wrong_shape(node, expected, key),
        }
    }
}

/// Whether a text stands where a word or a text may: a word has no space.
fn is_sentence(node: &Node, one: &Type, other: &Type) -> bool {
    let may = matches!((one, other), (Type::Words(_), Type::Text));
    may && plain(node).0.scalar().is_some_and(|scalar| scalar.text.trim().contains(' '))
}
