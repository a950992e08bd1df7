//! A finding in words: a message and what stands in it, said in the reader's language.

/// A message of `audit.ftl` with its values; no personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Says {
    id: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Says {
    /// A message without values.
    pub(super) fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// The same with a value.
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The message's id: stable, for machines.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// In a language.
    #[must_use]
    pub fn words(&self, lang: &str) -> String {
        let args: Vec<(&str, texts::Arg<'_>)> =
            self.args.iter().map(|(name, value)| (*name, arg(value))).collect();
        texts::texts(lang).with(self.id, &args)
    }
}

/// A count is handed on as a number, so that the words agree with it.
fn arg(value: &str) -> texts::Arg<'_> {
    value.parse::<i64>().map_or_else(|_| value.into(), texts::Arg::from)
}

/// What came of looking at several things of one kind.
pub(super) fn all(evidence: Says, found: impl Iterator<Item = Option<Says>>) -> super::State {
    let (mut looked, mut wrong) = (0_usize, None);
    for one in found {
        looked += 1;
        wrong = wrong.or(one);
    }
    match wrong {
        Some(wrong) => super::State::Broken(wrong),
        None if looked == 0 => super::State::NotYet,
        None => super::State::Holds(evidence.with("count", looked)),
    }
}
