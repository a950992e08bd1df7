//! What is not published but assumed stands as a placeholder, wherever it is said.

use super::paper::{Paper, Words};
use super::words::{assumed_if, lower, sentence};
use crate::model::{GroupCompany, Purpose, Recipient};
use document::Inline;

impl Paper<'_> {
    /// A text, as a placeholder where what stands at `place` is only assumed.
    pub(super) fn placed(&self, place: &str, text: String) -> Inline {
        assumed_if(self.policy.is_assumed(place), text)
    }

    /// A text, as a placeholder where anything below `place` is only assumed: of a list, each entry may be.
    pub(super) fn placed_under(&self, place: &str, text: String) -> Inline {
        let under = |known: &String| {
            known.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        assumed_if(self.policy.assumed.iter().any(under), text)
    }

    /// The name of a recipient within a sentence.
    pub(super) fn recipient_within(&self, recipient: &Recipient) -> Inline {
        within(&self.recipient_name(recipient))
    }

    /// The name of a recipient.
    pub(super) fn recipient_name(&self, recipient: &Recipient) -> Inline {
        let place = format!("recipients/{}/name", recipient.name);
        self.placed(&place, recipient.title_in(self.lang).to_owned())
    }

    /// The names of recipients as a list: `Posten and [the hosting provider]`; that nobody is, where there are none.
    pub(super) fn recipient_names<'r>(&self, recipients: impl Iterator<Item = &'r Recipient>) -> Words {
        self.named(&recipients.map(|recipient| self.recipient_name(recipient)).collect::<Vec<_>>())
    }

    /// The names of who receives data for a purpose: recipients, who keeps the backups, companies of the group.
    pub(super) fn receivers(&self, purpose: &Purpose) -> Words {
        let recipients = self.policy.receivers(purpose).map(|recipient| self.recipient_name(recipient));
        let companies = self.policy.companies_for(purpose).map(|company| self.company_name(company));
        self.named(&recipients.chain(companies).collect::<Vec<_>>())
    }

    /// The name of a company of the group.
    pub(super) fn company_name(&self, company: &GroupCompany) -> Inline {
        self.placed(&format!("group/{}/name", company.name), company.title.clone())
    }

    /// Names as a list; that nobody is, where there are none.
    pub(super) fn named(&self, names: &[Inline]) -> Words {
        if names.is_empty() {
            return self.cell("document-nobody");
        }
        let within = |(index, name): (usize, &Inline)| if index == 0 { name.clone() } else { within(name) };
        let names: Vec<Inline> = names.iter().enumerate().map(within).collect();
        let names = names.as_slice();
        let marks: Vec<String> = names.iter().map(|_| "\u{1}".to_owned()).collect();
        let is_compound =
            |name: &Inline| self.texts.locale().is_compound(&document::plain(std::slice::from_ref(name)));
        let apart = names.len() > 1 && names.iter().any(is_compound);
        let pattern =
            if apart { marks.join(self.texts.locale().semicolon()) } else { self.texts.list(&marks) };
        sentence(&pattern, names)
    }

    /// A document that weighs or assesses, with its day.
    pub(super) fn weighed(&self, name: &str) -> Option<Words> {
        let document = self.policy.document(name)?;
        let date = self.texts.date(document.on);
        let args = [("title", document.title.get(self.lang).into()), ("date", date.into())];
        Some(vec![self.placed(&format!("documents/{name}/on"), self.with("document-weighed", &args))])
    }
}

/// A name as it stands within a list: one that is no proper name, such as `The public`, begins small there.
fn within(name: &Inline) -> Inline {
    match name {
        Inline::Text(text) => Inline::Text(inside(text, false)),
        Inline::Strong(text) => Inline::Strong(inside(text, false)),
        Inline::Assumed(text) => Inline::Assumed(inside(text, true)),
        other => other.clone(),
    }
}

/// A name within a list: what begins with an article, or only stands for a name that is not stated, begins small; not
/// where a later word shows it to be a proper name.
pub(super) fn inside(name: &str, assumed: bool) -> String {
    let articles = ["The ", "Our ", "Your ", "Le ", "La ", "Les ", "Nos ", "Notre ", "Votre ", "Vos "];
    let proper = name.split(' ').skip(1).any(|word| word.starts_with(char::is_uppercase));
    let described = articles.iter().any(|article| name.starts_with(article)) || assumed && !proper;
    if described { lower(name) } else { name.to_owned() }
}
