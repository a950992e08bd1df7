//! The reference: a second, slow, obviously right implementation. It imports nothing from the gate: it has a world and
//! a history of its own (`world`), and reads each rule anew from the whole history for every single question.

use jiff::civil::{Date, DateTime};
use policy::Channel;
use policy::law::{self, ChannelRule};

use crate::world::{Asked, Purpose, Recipient, What, World};

/// The permanent name of the reason: the first rule that fails, else the basis.
pub fn answer(world: &World, history: &[(i64, What)], asked: &Asked) -> &'static str {
    let Some(purpose) = world.purposes.iter().find(|purpose| purpose.name == asked.purpose) else {
        return "purpose-not-declared";
    };
    let recipient = match &asked.recipient {
        None => None,
        Some(name) => match world.recipients.iter().find(|recipient| recipient.name == *name) {
            None => return "recipient-not-declared",
            found => found,
        },
    };
    if asked.data.as_ref().is_some_and(|data| !world.knows(data)) {
        return "field-not-declared";
    }
    let case = Case { world, history, asked, purpose };
    let first = [
        history.is_empty().then_some("subject-unknown"),
        case.erased().then_some("erased"),
        (case.restricted() && !case.consented() && asked.exception.is_none()).then_some("restricted"),
        case.source(),
        case.basis().err(),
        case.channel(),
        case.signal().then_some("signalled"),
        case.too_young().then_some("too-young"),
        recipient.and_then(|recipient| case.recipient(recipient)),
        asked
            .data
            .as_ref()
            .is_some_and(|data| !world.covers(&purpose.uses, data))
            .then_some("field-not-declared"),
        case.over().then_some("retention-over"),
    ];
    first.into_iter().flatten().next().unwrap_or_else(|| case.basis().unwrap_or("nothing"))
}

struct Case<'a> {
    world: &'a World,
    history: &'a [(i64, What)],
    asked: &'a Asked,
    purpose: &'a Purpose,
}

impl Case<'_> {
    fn last(&self, of: impl Fn(&What) -> bool) -> Option<(usize, i64, &What)> {
        let found = self.history.iter().enumerate().rev().find(|(_, (_, what))| of(what));
        found.map(|(place, (at, what))| (place, *at, what))
    }

    fn is(&self, name: &str) -> bool {
        name == self.purpose.name
    }

    fn erased(&self) -> bool {
        let kept_by_all = self.history.iter().all(|(_, what)| match what {
            What::Erased(kept) => kept.iter().any(|(name, _)| self.is(name)),
            _ => true,
        });
        // the ground is the one that the last erasure names last
        let ground = self.last(|what| matches!(what, What::Erased(_))).and_then(|(_, _, what)| match what {
            What::Erased(kept) => kept.iter().rfind(|(name, _)| self.is(name)).map(|(_, ground)| *ground),
            _ => None,
        });
        let erasures = self.history.iter().any(|(_, what)| matches!(what, What::Erased(_)));
        let may_keep = self.purpose.messages != Some("marketing")
            && match (self.purpose.basis, ground) {
                ("consent", _) | (_, None) => false,
                ("legal-obligation" | "public-task", Some(_)) => true,
                (_, Some(ground)) => ground != "legal-obligation",
            };
        if erasures && !(kept_by_all && may_keep) {
            return true;
        }
        let one = self.last(|what| match what {
            What::ErasedFor(name) => self.is(name),
            What::Collected { purposes, .. } => purposes.iter().any(|name| self.is(name)),
            _ => false,
        });
        one.is_some_and(|(_, _, what)| matches!(what, What::ErasedFor(_)))
    }

    fn restricted(&self) -> bool {
        let last = self.last(|what| matches!(what, What::Restricted(_)));
        last.is_some_and(|(_, _, what)| *what == What::Restricted(true))
    }

    fn consent(&self) -> Option<(usize, i64, &'static str, Option<i64>)> {
        let (place, at, what) = self.last(|what| matches!(what, What::Consent(name, ..) if self.is(name)))?;
        match what {
            What::Consent(_, state, expires) => Some((place, at, state, *expires)),
            _ => None,
        }
    }

    /// When the last consent ends, if it was given until then.
    fn consent_ends(&self) -> Option<i64> {
        let (_, at, _, expires) = self.consent().filter(|(_, _, state, _)| *state == "given")?;
        expires.map(|expires| rounded(at, expires))
    }

    fn consented(&self) -> bool {
        let given = self.consent().is_some_and(|(_, _, state, _)| state == "given");
        given && self.consent_ends().is_none_or(|end| self.asked.at < end)
    }

    /// The collections of the data in question: when, and which purposes were stated.
    fn collections(&self, of_this_data: bool) -> Vec<(i64, &Vec<String>)> {
        let mut found = Vec::new();
        for (at, what) in self.history {
            let What::Collected { record, purposes, fields } = what else { continue };
            let right_record = self.asked.record.is_none_or(|asked| asked == *record);
            let right_data = match &self.asked.data {
                None => true,
                Some(data) => {
                    fields.iter().any(|field| field == data || field.split('.').next() == Some(data))
                }
            };
            if !of_this_data || (right_record && right_data) {
                found.push((*at, purposes));
            }
        }
        found
    }

    fn states(&self, purposes: &[String]) -> bool {
        purposes.iter().any(|stated| self.is(stated) || self.purpose.compatible_with.contains(stated))
    }

    fn by_law(&self) -> bool {
        self.purpose.basis == "legal-obligation" || self.purpose.basis == "vital-interests"
    }

    fn source(&self) -> Option<&'static str> {
        let entrusted = self.asked.data.as_ref().is_some_and(|data| self.world.is_entrusted(data));
        if self.purpose.instructed || entrusted {
            let last = self.last(|what| matches!(what, What::Instructed(name, _) if self.is(name)));
            let stands = last.is_some_and(|(_, _, what)| matches!(what, What::Instructed(_, true)));
            return (!stands).then_some("not-instructed");
        }
        let stated = self.collections(true).iter().any(|(_, purposes)| self.states(purposes));
        let asked = self.purpose.basis == "consent" && self.consent().is_some();
        (!stated && !self.consented() && !asked && !self.by_law()).then_some("not-stated-at-collection")
    }

    fn basis(&self) -> Result<&'static str, &'static str> {
        let of = |name: Option<&str>| {
            self.last(|what| matches!(what, What::Objection(purpose, _) if purpose.as_deref() == name))
                .filter(|(_, _, what)| matches!(what, What::Objection(_, true)))
        };
        let own = of(Some(&self.purpose.name));
        if self.purpose.messages == Some("marketing") && (own.is_some() || of(None).is_some()) {
            return Err("marketing-objected");
        }
        if let Some((place, ..)) = own
            && (self.purpose.basis == "legitimate-interest" || self.purpose.basis == "public-task")
        {
            let outweighed =
                |(_, what): &(i64, What)| matches!(what, What::Overridden(name) if self.is(name));
            if !self.history.iter().skip(place).any(outweighed) {
                return Err("objected");
            }
        }
        if self.purpose.basis != "consent" || self.consented() {
            return Ok(self.purpose.basis);
        }
        match self.consent() {
            None => Err("no-consent"),
            Some((_, _, "refused", _)) => Err("consent-refused"),
            Some((_, _, "withdrawn", _)) => Err("consent-withdrawn"),
            Some(_) => Err("consent-expired"),
        }
    }

    fn channel(&self) -> Option<&'static str> {
        let channel = self.asked.channel?;
        if !self.purpose.channels.contains(&channel) {
            return Some("channel-not-declared");
        }
        let inside = ["privacy-centre", "site", "message"].contains(&channel);
        if inside || self.purpose.messages != Some("marketing") {
            return None;
        }
        let said = self.last(|what| matches!(what, What::Channel(of, _) if *of == channel));
        match said.map(|(_, _, what)| what) {
            Some(What::Channel(_, true)) => return None,
            Some(_) => return Some("channel-refused"),
            None => {}
        }
        let country =
            self.last(|what| matches!(what, What::Country(_))).and_then(|(_, _, what)| match what {
                What::Country(code) => Some(code.as_str()),
                _ => None,
            });
        let bought = self.history.iter().any(|(_, what)| {
            let What::Collected { purposes, .. } = what else { return false };
            purposes.iter().any(|name| {
                self.world.purposes.iter().any(|one| one.name == *name && one.basis == "contract")
            })
        });
        let channel = Channel::parse(channel).unwrap();
        let free = match law::channel_rule(country.unwrap_or_default(), channel, day(self.asked.at)) {
            ChannelRule::OptOut => true,
            ChannelRule::SoftOptIn => bought,
            ChannelRule::OptIn => false,
        };
        (!free && self.purpose.basis != "consent").then_some("channel-not-permitted")
    }

    fn signal(&self) -> bool {
        if self.purpose.basis != "consent" && self.purpose.basis != "legitimate-interest" {
            return false;
        }
        let agreed = self.consent().filter(|(_, _, state, _)| *state == "given").map(|(place, ..)| place);
        [("gpc", self.world.gpc), ("dnt", self.world.dnt)].into_iter().any(|(signal, honoured)| {
            let last = self.last(|what| matches!(what, What::Signal(of, _) if *of == signal));
            let sent = last.filter(|(_, _, what)| matches!(what, What::Signal(_, true)));
            honoured && sent.is_some_and(|(place, ..)| agreed.is_none_or(|agreed| agreed < place))
        })
    }

    fn too_young(&self) -> bool {
        let last = self.last(|what| matches!(what, What::Age(_)));
        let refused = last.is_some_and(|(_, _, what)| *what == What::Age(false));
        refused && self.world.minimum_age > 0 && !self.by_law()
    }

    fn recipient(&self, recipient: &Recipient) -> Option<&'static str> {
        if !self.purpose.shares_with.contains(&recipient.name) {
            return Some("recipient-not-declared");
        }
        let said = self.last(|what| matches!(what, What::Recipient(name, _) if *name == recipient.name));
        if said.is_some_and(|(_, _, what)| matches!(what, What::Recipient(_, false))) {
            return Some("recipient-opted-out");
        }
        let on = day(self.asked.at);
        let places = [Some(&recipient.country), recipient.stored_in.as_ref()];
        for country in places.into_iter().flatten() {
            let decided = law::adequacy(country, on).map(|decision| decision.only);
            let lawful = match recipient.safeguard {
                _ if law::is_eea(country, on) => true,
                None | Some("adequacy") => decided == Some(None),
                // a decision that is limited to nobody needs no safeguard beside it
                Some("dpf") => decided == Some(Some("dpf")) || decided == Some(None),
                Some(_) => true,
            };
            if !lawful {
                return Some("transfer-unsafe");
            }
        }
        if recipient.safeguard == Some("explicit-consent") && !self.consented() {
            return Some("transfer-unsafe");
        }
        let gets = self.asked.data.as_ref().is_none_or(|data| self.world.covers(&recipient.gets, data));
        (!gets).then_some("field-not-for-recipient")
    }

    fn over(&self) -> bool {
        let mut all = self.collections(true);
        if all.is_empty() {
            all = self.collections(false);
        }
        let stated = all.iter().rfind(|(_, purposes)| self.states(purposes));
        let collected = stated.or(all.last()).map(|(at, _)| *at);
        let anchor = self.purpose.from;
        let moved =
            self.last(|what| matches!(what, What::Anchor(name) if *name == anchor)).map(|(_, at, _)| at);
        let from = match anchor {
            "collection" => collected,
            "last-contact" => match (moved, collected) {
                (Some(one), Some(other)) => Some(one.max(other)),
                (one, other) => one.or(other),
            },
            "fiscal-year-end" => {
                moved.or(collected).map(|at| second(Date::constant(day(at).year() + 1, 1, 1).at(0, 0, 0, 0)))
            }
            "consent-end" => match self.consent() {
                None => moved,
                Some((_, _, "given", _)) => self.consent_ends(),
                Some((_, at, ..)) => Some(at),
            },
            _ => moved,
        };
        from.is_some_and(|from| {
            let (amount, unit) = self.purpose.length;
            let span = match unit {
                "hours" => jiff::Span::new().hours(amount),
                "days" => jiff::Span::new().days(amount),
                "months" => jiff::Span::new().months(amount),
                _ => jiff::Span::new().years(amount),
            };
            rounded(from, second(civil(from).checked_add(span).unwrap())) <= self.asked.at
        })
    }
}

/// A period of a week or more ends as its last day begins.
fn rounded(from: i64, end: i64) -> i64 {
    if end - from < 7 * 24 * 3600 { end } else { second(day(end).at(0, 0, 0, 0)) }
}

fn civil(at: i64) -> DateTime {
    Date::constant(1970, 1, 1).at(0, 0, 0, 0) + jiff::SignedDuration::from_secs(at)
}

fn day(at: i64) -> Date {
    civil(at).date()
}

fn second(at: DateTime) -> i64 {
    at.duration_since(Date::constant(1970, 1, 1).at(0, 0, 0, 0)).as_secs()
}
