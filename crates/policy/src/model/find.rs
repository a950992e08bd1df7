//! Finding things of a policy by their names.

use super::{Agreement, Category, Document, Field, Form, GroupCompany, Policy, Purpose, Recipient};

impl Policy {
    /// The purpose of this name.
    pub fn purpose(&self, name: &str) -> Option<&Purpose> {
        self.purposes.iter().find(|purpose| purpose.name == name)
    }

    /// The form of this name.
    pub fn form(&self, name: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.name == name)
    }

    /// The recipient of this name.
    pub fn recipient(&self, name: &str) -> Option<&Recipient> {
        self.recipients.iter().find(|recipient| recipient.name == name)
    }

    /// Everybody who receives data of a purpose: those it shares with, and who keeps the backups, unless the purposes
    /// say themselves which of them share with it.
    pub fn receivers<'a>(&'a self, purpose: &'a Purpose) -> impl Iterator<Item = &'a Recipient> {
        let named = |name: &&String| self.purposes.iter().any(|one| one.shares_with.contains(name));
        let keeper = self.security.backups_at.as_ref().filter(|name| !named(name));
        let keeper = keeper.and_then(|name| self.recipient(name));
        let keeps = |one: &&Recipient| one.gets.iter().any(|field| purpose.uses.contains(field));
        let shared = purpose.shares_with.iter().filter_map(|name| self.recipient(name));
        shared.chain(keeper.filter(keeps))
    }

    /// The companies of the group whose people work for a purpose.
    pub fn companies_for<'a>(&'a self, purpose: &'a Purpose) -> impl Iterator<Item = &'a GroupCompany> {
        self.group.iter().filter(|company| company.access.contains(&purpose.name))
    }

    /// The agreement of this name.
    pub fn agreement(&self, name: &str) -> Option<&Agreement> {
        self.agreements.iter().find(|agreement| agreement.name == name)
    }

    /// The category of this name.
    pub fn category(&self, name: &str) -> Option<&Category> {
        self.data.iter().find(|category| category.name == name)
    }

    /// The field written `category.field`, such as `contact.name`.
    pub fn field(&self, path: &str) -> Option<&Field> {
        let (category, field) = path.split_once('.')?;
        self.category(category)?.fields.iter().find(|known| known.name == field)
    }

    /// The document of this name.
    pub fn document(&self, name: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.name == name)
    }

    /// Whether what stands at this place, such as `mail/sender`, is not published but assumed.
    pub fn is_assumed(&self, place: &str) -> bool {
        self.assumed.binary_search_by(|known| known.as_str().cmp(place)).is_ok()
    }

    /// The purposes that use the field written `category.field`.
    pub fn purposes_of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a Purpose> {
        self.purposes.iter().filter(move |purpose| purpose.uses.iter().any(|used| used == path))
    }
}
