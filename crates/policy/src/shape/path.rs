//! Where a walk is.

/// The keys that lead to where the walk is, with `/` between them.
#[derive(Default)]
pub(super) struct Path {
    text: String,
    /// Where each step ends.
    ends: Vec<usize>,
}

impl Path {
    pub(super) fn enter(&mut self, step: &str) {
        if !self.ends.is_empty() {
            self.text.push('/');
        }
        self.text.push_str(step);
        self.ends.push(self.text.len());
    }

    pub(super) fn leave(&mut self) {
        self.ends.pop();
        self.text.truncate(self.ends.last().copied().unwrap_or(0));
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn is_top(&self) -> bool {
        self.ends.is_empty()
    }

    /// The steps from the last one up.
    pub(super) fn up(&self) -> impl Iterator<Item = &str> {
        let begin = |n: usize| n.checked_sub(1).and_then(|n| self.ends.get(n)).map_or(0, |end| end + 1);
        self.ends.iter().enumerate().rev().filter_map(move |(n, end)| self.text.get(begin(n)..*end))
    }
}
