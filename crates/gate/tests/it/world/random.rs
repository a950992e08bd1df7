//! Where the random scenes come from: a seed gives the same scene again.

use super::{Asked, Category, Purpose, Recipient, What, World};

const BASES: &[&str] =
    &["consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interest"];
pub const CHANNELS: &[&str] =
    &["privacy-centre", "email", "sms", "push", "site", "social-media", "post", "phone", "message"];
const COUNTRIES: &[&str] = &["NO", "DE", "FR", "US", "GB", "BR", "CH", "CA", "SE", "XX"];
const ANCHORS: &[&str] =
    &["collection", "last-contact", "contract-end", "fiscal-year-end", "consent-end", "event:delivered"];
const SAFEGUARDS: &[&str] = &["adequacy", "dpf", "scc", "explicit-consent"];
const GROUNDS: &[&str] = &["expression", "legal-obligation", "public-health", "archives", "claims"];
pub const EXCEPTIONS: &[&str] = &["storage", "legal-claims", "others-rights", "public-interest"];
/// 2026-01-01.
const BEGIN: i64 = 1_767_225_600;

/// A small generator (SplitMix64).
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(n)) >> 64) as u64
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn pick<T: ?Sized>(&mut self, of: &[&'static T]) -> &'static T {
        of[self.below(of.len() as u64) as usize]
    }

    fn some<T: Clone>(&mut self, of: &[T], percent: u64) -> Vec<T> {
        of.iter().filter(|_| self.chance(percent)).cloned().collect()
    }

    /// A moment of seven years, by quarters of days; now and then a second beside it.
    fn time(&mut self) -> i64 {
        let beside = if self.chance(20) { self.below(3) as i64 - 1 } else { 0 };
        BEGIN + self.below(7 * 365 * 4) as i64 * 21_600 + beside
    }

    pub fn world(&mut self) -> World {
        let categories: Vec<Category> = (0..1 + self.below(4)).map(|n| self.category(n)).collect();
        let fields: Vec<String> = categories.iter().flat_map(|category| category.fields.clone()).collect();
        let recipients: Vec<Recipient> = (0..self.below(20)).map(|n| self.recipient(n, &fields)).collect();
        let names: Vec<String> = (0..1 + self.below(20)).map(|n| format!("purpose-{n}")).collect();
        let shared: Vec<String> = recipients.iter().map(|recipient| recipient.name.clone()).collect();
        let purposes = names.iter().map(|name| self.purpose(name, &names, &fields, &shared)).collect();
        let (gpc, dnt) = (self.chance(50), self.chance(50));
        World {
            purposes,
            recipients,
            categories,
            gpc,
            dnt,
            minimum_age: self.pick(&[&0, &0, &16]).to_owned(),
        }
    }

    fn category(&mut self, number: u64) -> Category {
        let name = format!("data{number}");
        let fields = (0..self.below(20)).map(|field| format!("{name}.f{field}")).collect();
        Category { name, entrusted: self.chance(15), fields }
    }

    fn recipient(&mut self, number: u64, fields: &[String]) -> Recipient {
        Recipient {
            name: format!("recipient-{number}"),
            country: self.pick(COUNTRIES).to_owned(),
            stored_in: self.chance(20).then(|| self.pick(COUNTRIES).to_owned()),
            safeguard: self.chance(60).then(|| self.pick(SAFEGUARDS)),
            gets: self.some(fields, 80),
        }
    }

    fn purpose(&mut self, name: &str, all: &[String], fields: &[String], shared: &[String]) -> Purpose {
        let messages = self.chance(50).then(|| self.pick(&["service", "marketing"]));
        let amount = self.below(4) as i64;
        let length = (amount * 10, self.pick(&["hours", "days", "months", "months"]));
        let years = self.chance(20).then_some((amount, "years"));
        Purpose {
            name: name.to_owned(),
            basis: self.pick(BASES),
            uses: self.some(fields, 85),
            shares_with: self.some(shared, 70),
            length: years.unwrap_or(length),
            from: self.pick(ANCHORS),
            messages,
            channels: if messages.is_some() { self.some(CHANNELS, 60) } else { Vec::new() },
            compatible_with: if self.chance(20) { self.some(all, 20) } else { Vec::new() },
            instructed: self.chance(8),
        }
    }

    /// A history that mostly concerns one purpose.
    pub fn history(&mut self, world: &World) -> Vec<(i64, What)> {
        let main = self.below(world.purposes.len() as u64) as usize;
        let main = world.purposes[main].name.clone();
        (0..self.below(12)).map(|_| (self.time(), self.what(world, &main))).collect()
    }

    fn name(&mut self, world: &World, main: &str) -> String {
        match self.below(8) {
            0 => "undeclared".to_owned(),
            1..3 => world.purposes[self.below(world.purposes.len() as u64) as usize].name.clone(),
            _ => main.to_owned(),
        }
    }

    fn data(&mut self, world: &World) -> String {
        let category = &world.categories[self.below(world.categories.len() as u64) as usize];
        match category.fields.is_empty() || self.chance(20) {
            true => category.name.clone(),
            false => category.fields[self.below(category.fields.len() as u64) as usize].clone(),
        }
    }

    fn recipient_name(&mut self, world: &World) -> String {
        match world.recipients.is_empty() || self.chance(5) {
            true => "nobody".to_owned(),
            false => world.recipients[self.below(world.recipients.len() as u64) as usize].name.clone(),
        }
    }

    fn what(&mut self, world: &World, main: &str) -> What {
        match self.below(36) {
            0..8 => What::Collected {
                record: self.below(3) as u8,
                purposes: (0..self.below(4)).map(|_| self.name(world, main)).collect(),
                fields: (0..self.below(6)).map(|_| self.data(world)).collect(),
            },
            8..13 => What::Consent(self.name(world, main), "given", self.chance(40).then(|| self.time())),
            13 => What::Consent(self.name(world, main), "refused", None),
            14 => What::Consent(self.name(world, main), "withdrawn", None),
            15 => What::Consent(self.name(world, main), "expired", None),
            16 => What::Objection(self.chance(60).then(|| self.name(world, main)), true),
            17 => What::Objection(self.chance(60).then(|| self.name(world, main)), false),
            18 => What::Overridden(self.name(world, main)),
            19 => What::Restricted(self.chance(50)),
            20 => {
                let kept = 0..self.below(4);
                What::Erased(kept.map(|_| (self.name(world, main), self.pick(GROUNDS))).collect())
            }
            21 => What::ErasedFor(self.name(world, main)),
            22..25 => What::Recipient(self.recipient_name(world), self.chance(40)),
            25..28 => What::Anchor(self.pick(ANCHORS)),
            28 => What::Channel(self.pick(CHANNELS), self.chance(50)),
            29 => What::Signal(self.pick(&["gpc", "dnt"]), self.chance(70)),
            30 => What::Age(self.chance(50)),
            31..33 => What::Country(self.pick(COUNTRIES).to_owned()),
            _ => What::Instructed(self.name(world, main), self.chance(75)),
        }
    }

    pub fn asked(&mut self, world: &World, history: &[(i64, What)]) -> Asked {
        let told = history.iter().rev().find_map(|(_, what)| match what {
            What::Collected { purposes, .. } => purposes.first(),
            What::Consent(name, ..) => Some(name),
            _ => None,
        });
        let any = &world.purposes[self.below(world.purposes.len() as u64) as usize].name;
        let purpose = if self.chance(60) { told.unwrap_or(any) } else { any };
        Asked {
            purpose: purpose.clone(),
            data: self.chance(50).then(|| if self.chance(3) { "shoes".to_owned() } else { self.data(world) }),
            recipient: self.chance(30).then(|| self.recipient_name(world)),
            channel: self.chance(30).then(|| self.pick(CHANNELS)),
            record: self.chance(20).then(|| self.below(3) as u8),
            exception: self.chance(20).then(|| self.pick(EXCEPTIONS)),
            at: self.time(),
        }
    }
}
