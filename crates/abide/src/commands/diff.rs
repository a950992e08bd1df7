//! `abide diff`: what differs between two policies, in meaning.

use std::path::Path;

use anyhow::{Result, bail};
use comfy_table::{ContentArrangement, Table, presets};
use policy::Policy;
use policy::diff::{self, Class, Difference, Said, Speaker};

use crate::Ending;
use crate::cli::{Diff, DiffFormat};
use crate::files;
use crate::out;

/// The width where the terminal does not say its own.
const WIDTH: u16 = 110;

/// Compares and prints. It ends with 0 where both mean the same, 1 where they differ, 5 where the new one takes
/// something from people.
pub fn run(options: &Diff) -> Result<Ending> {
    let (old, new) = (compiled(&options.old)?, compiled(&options.new)?);
    let found = diff::diff(&old, &new);
    let lang = options.lang.clone().unwrap_or_else(|| new.languages.reference.clone());
    if !new.languages.all().any(|known| known == lang) {
        let languages: Vec<&str> = new.languages.all().collect();
        bail!("the new policy has no `{lang}`; its languages are {}", languages.join(", "));
    }
    let effective = options.effective.unwrap_or(new.version);
    match (options.format, options.json) {
        (DiffFormat::Json, _) | (_, true) => {
            let json = diff::difference_json(&old, &new, &found, effective, &lang);
            out::line(format_args!("{}", serde_json::to_string_pretty(&json)?))?;
        }
        (DiffFormat::Markdown, _) => {
            let document = diff::difference_document(&old, &new, &found, effective, &lang);
            out::line(format_args!("{}", document.markdown().trim_end()))?;
        }
        (DiffFormat::Human, _) => print(&found, &old, &new, &lang)?,
    }
    Ok(match diff::gravest(&found) {
        None => Ending::Well,
        Some(Class::RightsAffecting) => Ending::RightsAffected,
        Some(Class::Minor | Class::Significant) => Ending::Faults,
    })
}

/// A policy that compiles; one that does not cannot be compared, which is another thing than a difference.
fn compiled(path: &Path) -> Result<Policy> {
    match files::policy(path)? {
        Some(policy) => Ok(policy),
        None => bail!("{} does not compile, so it cannot be compared", path.display()),
    }
}

/// A table of the differences, and what they need.
pub fn print(found: &[Difference], old: &Policy, new: &Policy, lang: &str) -> Result<()> {
    if found.is_empty() {
        return out::line(format_args!("no difference in meaning"));
    }
    let speaker = Speaker::new(old, new, lang);
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(width()).set_header(["class", "what", "before", "from now on", "whom it concerns"]);
    for one in found {
        table.add_row(row(one, &speaker.say(one)));
    }
    out::line(format_args!("{table}"))?;
    out::line(format_args!("{}", needs(found, &speaker)))
}

fn row(one: &Difference, said: &Said) -> [String; 5] {
    let what = match &said.subject {
        Some(subject) => format!("{subject}\n{}\n({})", said.what, one.place()),
        None => format!("{}\n({})", said.what, one.place()),
    };
    let lines = |lines: &[String]| if lines.is_empty() { "–".to_owned() } else { lines.join("\n") };
    let whom = match &said.old_data {
        Some(old) => format!("{}\n{old}", said.concerns),
        None => said.concerns.clone(),
    };
    [one.class.as_str().to_owned(), what, lines(&said.before), lines(&said.after), whom]
}

/// How many there are of each class, and which notice each needs.
fn needs(found: &[Difference], speaker: &Speaker<'_>) -> String {
    let line = |class: Class| {
        let of: Vec<&Difference> = found.iter().filter(|one| one.class == class).collect();
        let notice = speaker.say(of.first()?).notice;
        Some(format!("{} {}: {notice}", of.len(), class.as_str()))
    };
    let classes = [Class::RightsAffecting, Class::Significant, Class::Minor];
    classes.into_iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

fn width() -> u16 {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(WIDTH)
}
