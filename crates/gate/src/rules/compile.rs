//! From the policy to its rules.

use policy::law;
use policy::{Basis, DataRole, Messages, Policy, Purpose, Recipient, Safeguard, Signal};

use super::channels::number;
use super::{Bits, Channels, Names, PurposeRule, RecipientRule, Rules};

impl Rules {
    /// The rules of a policy.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        let data = names_of_data(policy);
        let recipients: Vec<&str> = policy.recipients.iter().map(|one| one.name.as_str()).collect();
        let purposes: Vec<_> = policy.purposes.iter().map(|one| purpose(policy, one, &data)).collect();
        Self {
            policy: policy.hash,
            law: law::hash(),
            names: Names {
                purposes: numbered(purposes.iter().map(|one| one.name.as_str())),
                recipients: numbered(recipients.into_iter()),
                data: numbered(data.iter().map(String::as_str)),
            },
            purposes,
            recipients: policy.recipients.iter().map(|one| recipient(policy, one, &data)).collect(),
            entrusted: Bits::of(data.len(), |at| data.get(at).is_some_and(|name| entrusted(policy, name))),
            data,
            channels: Channels::get(),
            honours: [policy.signals.gpc, policy.signals.dnt].map(|does| does == Signal::Honour),
            minimum_age: policy.minimum_age.is_some_and(|years| years > 0),
        }
    }
}

/// The number of each name: its place. The first of two that are alike counts.
fn numbered<'a>(names: impl Iterator<Item = &'a str>) -> std::collections::HashMap<String, u16> {
    let mut numbers = std::collections::HashMap::new();
    for (name, number) in names.zip(0..u16::MAX) {
        numbers.entry(name.to_owned()).or_insert(number);
    }
    numbers
}

fn names_of_data(policy: &Policy) -> Vec<String> {
    let of = |category: &policy::Category| {
        let fields = category.fields.iter().map(|field| format!("{}.{}", category.name, field.name));
        std::iter::once(category.name.clone()).chain(fields).collect::<Vec<_>>()
    };
    policy.data.iter().flat_map(of).collect()
}

fn purpose(policy: &Policy, purpose: &Purpose, data: &[String]) -> PurposeRule {
    let shares =
        |at: usize| policy.recipients.get(at).is_some_and(|one| purpose.shares_with.contains(&one.name));
    PurposeRule {
        basis: purpose.basis,
        marketing: purpose.messages == Some(Messages::Marketing),
        instructed: purpose.instructed_by_customer,
        channels: purpose.channels.iter().fold(0, |mask, channel| mask | 1 << *channel as u16),
        shares: Bits::of(policy.recipients.len(), shares),
        uses: listed(policy, &purpose.uses, data),
        sources: std::iter::once(&purpose.name).chain(&purpose.compatible_with).cloned().collect(),
        name: purpose.name.clone(),
        keep: purpose.keep.clone(),
    }
}

fn recipient(policy: &Policy, recipient: &Recipient, data: &[String]) -> RecipientRule {
    let begin = std::iter::once(jiff::civil::Date::constant(1970, 1, 1));
    let days = begin.chain(law::transfer_changes());
    let mut safe: Vec<_> = days.map(|day| (number(day), law::transfer_is_safe(recipient, day))).collect();
    safe.dedup_by_key(|(_, safe)| *safe);
    let gets = listed(policy, &recipient.gets, data);
    let by_consent = recipient.safeguard == Some(Safeguard::ExplicitConsent);
    RecipientRule { name: recipient.name.clone(), gets, safe, by_consent }
}

/// The data that a list of fields covers: each field in it, and each category all of whose fields are.
fn listed(policy: &Policy, fields: &[String], data: &[String]) -> Bits {
    let covers = |name: &String| match policy.category(name) {
        None => fields.contains(name),
        Some(category) => {
            let mut of = category.fields.iter().map(|field| format!("{name}.{}", field.name));
            !category.fields.is_empty() && of.all(|field| fields.contains(&field))
        }
    };
    Bits::of(data.len(), |at| data.get(at).is_some_and(covers))
}

/// Whether a field or category belongs to what customers entrust.
fn entrusted(policy: &Policy, name: &str) -> bool {
    let category = name.split_once('.').map_or(name, |(category, _)| category);
    policy.category(category).is_some_and(|category| category.role == DataRole::Processor)
}

impl PurposeRule {
    /// Whether a law commands it whatever was stated (Art. 6(3)), or a life depends on it.
    pub(crate) const fn commanded(&self) -> bool {
        matches!(self.basis, Basis::LegalObligation | Basis::VitalInterests)
    }

    /// Whether a signal of the browser counts against it: what needs consent or legitimate interest.
    pub(crate) const fn yields_to_signals(&self) -> bool {
        matches!(self.basis, Basis::Consent | Basis::LegitimateInterest)
    }
}
