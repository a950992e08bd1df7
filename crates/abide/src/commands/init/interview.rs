//! The questions. What was given on the command line is not asked.

use std::io::{BufRead, Write};

use anyhow::{Result, bail};
use policy::draft::{Activity, Answers, Processor};

use crate::cli::{activity, country, processor};

/// Asks for everything that is missing; an empty answer takes what stands in brackets, or leaves the question open.
pub fn ask(given: Answers, input: &mut dyn BufRead, output: &mut dyn Write) -> Result<Answers> {
    let mut desk = Desk { input, output };
    let mut answers = given;
    if answers.name.is_empty() {
        answers.name = desk.needed("The legal name of the company", |text| Ok(text.to_owned()))?;
    }
    if answers.country.is_empty() {
        answers.country = desk.needed("Its country, two capital letters such as NO", country)?;
    }
    for (question, slot) in [
        ("Its postal address [open]", &mut answers.address),
        ("The mail address for everything about personal data [open]", &mut answers.email),
        ("Its site, such as https://www.shop.example [none]", &mut answers.website),
    ] {
        if slot.is_none() {
            *slot = desk.one(question, |text| Ok(text.to_owned()))?;
        }
    }
    if answers.languages.is_empty() {
        let all = desk.one("The languages, the one that counts first: en, nb, fr [en]", languages)?;
        answers.languages = all.unwrap_or_else(|| vec!["en".to_owned()]);
    }
    if answers.activities.is_empty() {
        answers.activities = activities(&mut desk)?;
    }
    if answers.processors.is_empty() {
        answers.processors = desk
            .one(
                "Who handles data for it, each with its country, such as Cloud GmbH:DE, Mailer:US [nobody]",
                processors,
            )?
            .unwrap_or_default();
    }
    Ok(answers)
}

/// The ready activities are listed with their numbers.
fn activities(desk: &mut Desk<'_>) -> Result<Vec<Activity>> {
    writeln!(desk.output, "What does it do with data?")?;
    for (word, means) in Activity::WORDS {
        writeln!(desk.output, "  {word:<12} {}", means.trim())?;
    }
    let chosen = desk.one("Which of these, with commas between [enquiries]", |text| list(text, activity))?;
    Ok(chosen.unwrap_or_else(|| vec![Activity::Enquiries]))
}

fn languages(text: &str) -> Result<Vec<String>, String> {
    list(text, |one| match one {
        "en" | "nb" | "fr" => Ok(one.to_owned()),
        _ => Err(format!("there are no ready sentences in `{one}`; it can be en, nb, fr")),
    })
}

fn processors(text: &str) -> Result<Vec<Processor>, String> {
    list(text, processor)
}

/// Each part between commas, once.
fn list<T: PartialEq>(text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>, String> {
    let mut all = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let one = read(part)?;
        if !all.contains(&one) {
            all.push(one);
        }
    }
    Ok(all)
}

/// Where questions go and answers come from.
struct Desk<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
}

impl Desk<'_> {
    /// One answer; `None` where it is empty. What cannot be read is asked again.
    fn one<T>(&mut self, question: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>> {
        loop {
            write!(self.output, "{question}: ")?;
            self.output.flush()?;
            let mut line = String::new();
            if self.input.read_line(&mut line)? == 0 {
                bail!("the answers ended before the questions; nothing was written");
            }
            let line = line.trim();
            if line.is_empty() {
                return Ok(None);
            }
            match read(line) {
                Ok(value) => return Ok(Some(value)),
                Err(why) => writeln!(self.output, "  {why}")?,
            }
        }
    }

    /// The same, asked until there is an answer.
    fn needed<T>(&mut self, question: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<T> {
        loop {
            if let Some(value) = self.one(question, &read)? {
                return Ok(value);
            }
            writeln!(self.output, "  this one is needed")?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing() -> Answers {
        Answers {
            name: String::new(),
            country: String::new(),
            email: None,
            address: None,
            website: None,
            languages: Vec::new(),
            activities: Vec::new(),
            processors: Vec::new(),
            today: jiff::civil::date(2026, 11, 1),
        }
    }

    fn asked(given: Answers, typed: &str) -> (Result<Answers>, String) {
        let mut shown = Vec::new();
        let answers = ask(given, &mut typed.as_bytes(), &mut shown);
        (answers, String::from_utf8(shown).unwrap())
    }

    #[test]
    fn what_is_answered_stands_in_the_answers_and_what_is_not_stays_open() {
        let typed = "\nShop AS\nAtlantis\nNorway\n\nprivacy@shop.example\n\nen, nb\norders,bookkeeping\nCloud GmbH:DE\n";
        let (answers, shown) = asked(nothing(), typed);
        let answers = answers.unwrap();
        assert_eq!((answers.name.as_str(), answers.country.as_str()), ("Shop AS", "NO"));
        assert_eq!((answers.address, answers.email.as_deref()), (None, Some("privacy@shop.example")));
        assert_eq!(answers.languages, ["en", "nb"]);
        assert_eq!(answers.activities, [Activity::Orders, Activity::Bookkeeping]);
        assert_eq!(answers.processors, [Processor { name: "Cloud GmbH".into(), country: "DE".into() }]);
        assert!(shown.contains("this one is needed") && shown.contains("two capital letters"), "{shown}");
    }

    #[test]
    fn what_was_given_is_not_asked() {
        let given = Answers { name: "Shop AS".into(), country: "NO".into(), ..nothing() };
        let (answers, shown) = asked(given, "\n\n\n\n\n\n");
        assert_eq!(answers.unwrap().activities, [Activity::Enquiries]);
        assert!(!shown.contains("legal name"), "{shown}");
    }

    #[test]
    fn answers_that_end_too_early_write_nothing() {
        let (answers, _) = asked(nothing(), "Shop AS\n");
        assert!(answers.unwrap_err().to_string().contains("nothing was written"));
    }
}
