//! Every code as a page: a static site that looks like Abide's own pages, searchable, and whole without its script.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use duties::standing::ask::Reason;
use policy::Entry;

use super::reasons;

const SEARCH: &str = include_str!("search.js");

/// The families of codes by their first letters.
const FAMILIES: [(&str, &str, &str); 11] = [
    ("A00", "Writing", "What cannot be read."),
    ("A01", "Keys and names", "What has no meaning where it stands."),
    ("A02", "Completeness", "What the law wants said, and is not."),
    ("A03", "Legality", "What the law does not allow."),
    ("A04", "Consistency", "What contradicts itself."),
    ("A05", "Minimisation", "More than is needed."),
    ("A06", "Security", "Less protection than is due."),
    ("A07", "Wording", "What people cannot understand, or believe."),
    ("A080 A081", "Store maps", "What a map of a database says."),
    ("A085 A086 A087", "Databases", "What a database and its map disagree on."),
    ("A09", "Settings", "What a server's settings do to the promises."),
];

/// Writes the site; gives how many pages it has.
pub fn write(folder: &Path) -> Result<usize> {
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let put = |name: &str, text: &str| {
        std::fs::write(folder.join(name), text)
            .with_context(|| format!("cannot write {name} in {}", folder.display()))
    };
    put("abide.css", web::style())?;
    put("search.js", SEARCH)?;
    let entries: Vec<Entry> = policy::entries().collect();
    put("index.html", &index(&entries))?;
    for entry in &entries {
        let story = policy::explain(entry.code).unwrap_or_default();
        put(&format!("{}.html", entry.code), &page(entry, story))?;
    }
    for reason in Reason::ALL {
        put(&format!("{}.html", reason.id()), &reason_page(*reason))?;
    }
    Ok(entries.len() + Reason::ALL.len() + 1)
}

fn shell(title: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"abide.css\">\n{head}</head>\n<body>\n<main class=\"alone prose\">\n{body}</main>\n</body>\n</html>\n",
        title = html(title)
    )
}

fn index(entries: &[Entry]) -> String {
    let mut body = format!(
        "<h1>What Abide checks</h1>\n<p>{} rules, each with its reason, its law, an example and a better way.</p>\n\
         <form id=\"search\" role=\"search\" hidden>\n<p class=\"field\"><label for=\"words\">Search</label>\n\
         <input id=\"words\" type=\"search\" autocomplete=\"off\"></p>\n<p id=\"found\" role=\"status\"></p>\n</form>\n",
        entries.len()
    );
    for (letters, name, says) in FAMILIES {
        let of = |entry: &&Entry| letters.split(' ').any(|letters| entry.code.starts_with(letters));
        let rows: String = entries.iter().filter(of).map(row).collect();
        // INVARIANT: writing to a string cannot fail.
        let _ = write!(
            body,
            "<section data-family=\"{name}\">\n<h2>{name}</h2>\n<p>{says}</p>\n<div class=\"wide\"><table>\n<caption>{name}</caption>\n\
             <thead><tr><th scope=\"col\">Code</th><th scope=\"col\">What it is</th><th scope=\"col\">Severity</th>\
             <th scope=\"col\">Law</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n</section>\n"
        );
    }
    // INVARIANT: writing to a string cannot fail.
    let _ = write!(
        body,
        "<section data-family=\"The gate\">\n<h2>The gate</h2>\n<p>Why a use of somebody’s data is allowed or denied.</p>\n\
         <div class=\"wide\"><table>\n<caption>The gate</caption>\n\
         <thead><tr><th scope=\"col\">Reason</th><th scope=\"col\">What it says</th><th scope=\"col\">Answer</th>\
         <th scope=\"col\">Law</th></tr></thead>\n<tbody>\n{}</tbody>\n</table></div>\n</section>\n",
        Reason::ALL.iter().map(reason_row).collect::<String>()
    );
    shell("What Abide checks", "<script src=\"search.js\" defer></script>\n", &body)
}

fn row(entry: &Entry) -> String {
    format!(
        "<tr><th scope=\"row\"><a href=\"{code}.html\">{code}</a></th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
        html(entry.title),
        entry.severity.as_str(),
        html(entry.law.unwrap_or("–")),
        code = entry.code
    )
}

fn reason_row(reason: &Reason) -> String {
    format!(
        "<tr><th scope=\"row\"><a href=\"{id}.html\">{id}</a></th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
        html(reason.says()),
        reasons::answer(*reason),
        html(reason.article()),
        id = reason.id()
    )
}

fn reason_page(reason: Reason) -> String {
    let title = format!("{}: {}", reason.id(), reasons::answer(reason));
    shell(&title, "", &format!("{BACK}{}", article(&reasons::story(reason))))
}

/// Where a page is.
const BACK: &str =
    "<nav aria-label=\"Where you are\"><p><a href=\"index.html\">What Abide checks</a></p></nav>\n";

fn page(entry: &Entry, story: &str) -> String {
    let body = format!("{BACK}{}", article(story));
    shell(&format!("{}: {}", entry.code, entry.title), "", &body)
}

/// A story's Markdown: headings, paragraphs, blocks of code; no more stands in one.
fn article(story: &str) -> String {
    let (mut out, mut paragraph, mut code) = (String::new(), Vec::new(), None::<String>);
    for line in story.lines().chain([""]) {
        match &mut code {
            Some(text) if line.starts_with("```") => {
                // INVARIANT: writing to a string cannot fail.
                let _ = writeln!(out, "<pre tabindex=\"0\"><code>{}</code></pre>", html(text.trim_end()));
                code = None;
            }
            Some(text) => {
                text.push_str(line);
                text.push('\n');
            }
            None if line.starts_with("```") => {
                close(&mut paragraph, &mut out);
                code = Some(String::new());
            }
            None if line.starts_with('#') => {
                close(&mut paragraph, &mut out);
                let level = line.chars().take_while(|c| *c == '#').count();
                let _ = writeln!(out, "<h{level}>{}</h{level}>", inline(line.trim_start_matches('#').trim()));
            }
            None if line.trim().is_empty() => close(&mut paragraph, &mut out),
            None => paragraph.push(line.trim()),
        }
    }
    out
}

fn close(paragraph: &mut Vec<&str>, out: &mut String) {
    if !paragraph.is_empty() {
        // INVARIANT: writing to a string cannot fail.
        let _ = writeln!(out, "<p>{}</p>", inline(&paragraph.join(" ")));
        paragraph.clear();
    }
}

/// Words with code in backticks.
fn inline(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts
        .map(|(n, part)| if n % 2 == 1 { format!("<code>{}</code>", html(part)) } else { html(part) })
        .collect()
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_family_and_a_page_that_says_everything() {
        for entry in policy::entries() {
            let families =
                FAMILIES.iter().filter(|(letters, ..)| letters.split(' ').any(|l| entry.code.starts_with(l)));
            assert_eq!(families.count(), 1, "{}", entry.code);
            let page = page(&entry, policy::explain(entry.code).unwrap());
            assert!(
                page.contains("<h1>") && !page.contains("```") && !page.contains("## "),
                "{}",
                entry.code
            );
        }
    }

    #[test]
    fn nothing_of_a_story_becomes_markup() {
        assert_eq!(
            article("# A <b>\n\na `x<y` & b\n"),
            "<h1>A &lt;b&gt;</h1>\n<p>a <code>x&lt;y</code> &amp; b</p>\n"
        );
    }
}
