//! "Did you mean …?"

/// The word nearest to what was written, if it is near enough to be meant.
pub(crate) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written: Vec<char> = written.chars().take(64).collect();
    let most = (written.len() / 3).clamp(1, 4);
    let near = known.map(|word| (distance(&written, word), word)).filter(|(d, _)| *d <= most);
    near.min_by_key(|(d, _)| *d).map(|(_, word)| word)
}

/// How many letters must change, counting `_` and `-` as the same and two swapped letters as one change.
fn distance(written: &[char], word: &str) -> usize {
    let word: Vec<char> = word.chars().take(64).map(same).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (i, a) in written.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in word.iter().enumerate() {
            let at = |row: &[usize], n: usize| row.get(n).copied().unwrap_or(usize::MAX / 2);
            let change = usize::from(same(*a) != *b);
            let mut least = (at(&row, j) + change).min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let swapped = i > 0
                && j > 0
                && written.get(i - 1).map(|c| same(*c)) == Some(*b)
                && word.get(j - 1) == Some(&same(*a));
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(usize::MAX)
}

fn same(c: char) -> char {
    if c == '_' { '-' } else { c.to_ascii_lowercase() }
}
