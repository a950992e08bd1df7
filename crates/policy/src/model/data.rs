//! What data there is.

use super::Text;
use crate::words::words;
use serde::{Deserialize, Serialize};

/// A group of fields that people understand as one thing: contact, payment, order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Its name in the file.
    pub name: String,
    /// Its name for people.
    pub title: Text,
    /// Its fields.
    pub fields: Vec<Field>,
    /// What the company is to this data (CN-04).
    #[serde(default)]
    pub role: DataRole,
    /// Who can see it besides the person and the staff who need it.
    #[serde(default)]
    pub visible_to: Visibility,
    /// How much harm its loss would do.
    #[serde(default)]
    pub sensitivity: Sensitivity,
    /// The only purposes its data serves; empty: whatever a purpose declares.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only_for: Vec<String>,
}

/// One thing that may be held about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its name in the file, without its category.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its name for people.
    pub title: Text,
    /// Whether it may stay empty wherever it is asked.
    pub optional: bool,
    /// Who can see it: its category's visibility, unless it has its own.
    #[serde(default)]
    pub visible_to: Visibility,
    /// How much of it is kept (WX-03, WX-05).
    #[serde(default)]
    pub kept_as: KeptAs,
}

words! {
    /// What the company is to data.
    DataRole default Controller {
        /// It decides why and how (Art. 4(7)).
        Controller = "controller",
        /// It acts for a customer (Art. 4(8)).
        Processor = "processor",
        /// It decides together with others (Art. 26).
        Joint = "joint",
    }
}

words! {
    /// Who can see data besides the person and the staff who need it.
    Visibility default Private {
        /// Nobody.
        Private = "private",
        /// Who gets a message of the person's.
        Recipient = "recipient",
        /// The person's organisation.
        Organisation = "organisation",
        /// Who works with the person.
        Collaborators = "collaborators",
        /// Everybody.
        Public = "public",
    }
}

words! {
    /// How much harm the loss of data would do.
    Sensitivity default Ordinary {
        /// No more than any personal data.
        Ordinary = "ordinary",
        /// High: a breach of it counts as a high risk (Art. 34).
        High = "high",
    }
}

words! {
    /// How much of a value is kept.
    KeptAs default Full {
        /// All of it.
        Full = "full",
        /// Its last four characters; the rest never reaches a disk or a log.
        LastFour = "last-four",
        /// A hash of it: it can be compared, never shown.
        Hashed = "hashed",
        /// Nothing: it is used and forgotten.
        Never = "never",
    }
}

words! {
    /// What a field is: decides how it is checked, shown, searched and masked.
    Kind {
        /// The name of a person.
        Name = "name",
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// A street address.
        Address = "address",
        /// A postal code.
        Postcode = "postcode",
        /// A town or place.
        Place = "place",
        /// A country.
        Country = "country",
        /// The name of an organisation.
        Organisation = "organisation",
        /// A short text.
        Text = "text",
        /// A long free text: may mention anybody.
        Message = "message",
        /// A number.
        Number = "number",
        /// An amount of money.
        Money = "money",
        /// A day.
        Date = "date",
        /// A day and time.
        Time = "time",
        /// A date of birth.
        BirthDate = "birth-date",
        /// An age in years.
        Age = "age",
        /// A gender.
        Gender = "gender",
        /// A choice among a few.
        Choice = "choice",
        /// A yes or a no.
        Flag = "flag",
        /// A name to sign in with.
        Username = "username",
        /// A password: never shown, kept only as a hash.
        Password = "password",
        /// A number or code that names a person.
        Id = "id",
        /// A national identity number (Art. 87).
        NationalId = "national-id",
        /// An Internet address.
        Ip = "ip",
        /// An identifier kept in the browser.
        Cookie = "cookie",
        /// A device or browser.
        Device = "device",
        /// A position.
        Location = "location",
        /// What a person did or saw.
        Activity = "activity",
        /// A web address.
        Url = "url",
        /// A payment card.
        Card = "card",
        /// A bank account.
        BankAccount = "bank-account",
        /// A picture.
        Picture = "picture",
        /// A video.
        Video = "video",
        /// A document or other file.
        File = "file",
        /// A signature.
        Signature = "signature",
        /// Racial or ethnic origin (Art. 9).
        Origin = "origin",
        /// Political opinions (Art. 9).
        Politics = "politics",
        /// Religious or philosophical beliefs (Art. 9).
        Religion = "religion",
        /// Trade union membership (Art. 9).
        Union = "union",
        /// Genetic data (Art. 9).
        Genetic = "genetic",
        /// Biometric data that identifies (Art. 9).
        Biometric = "biometric",
        /// Health (Art. 9).
        Health = "health",
        /// Sex life or sexual orientation (Art. 9).
        Orientation = "orientation",
        /// Criminal convictions and offences (Art. 10).
        Criminal = "criminal",
    }
}

impl Kind {
    /// Whether the law forbids it without a ground of its own (Art. 9 and 10).
    pub fn is_special(self) -> bool {
        use Kind::{Biometric, Criminal, Genetic, Health, Orientation, Origin, Politics, Religion, Union};
        matches!(
            self,
            Origin | Politics | Religion | Union | Genetic | Biometric | Health | Orientation | Criminal
        )
    }

    /// Whether it can name a person by itself.
    pub fn identifies(self) -> bool {
        use Kind::{
            Address, BankAccount, Biometric, Card, Cookie, Email, Id, Ip, Name, NationalId, Phone, Picture,
            Signature, Username, Video,
        };
        matches!(
            self,
            Name | Email
                | Phone
                | Address
                | Username
                | Id
                | NationalId
                | Ip
                | Cookie
                | Card
                | BankAccount
                | Picture
                | Video
                | Signature
                | Biometric
        )
    }

    /// Whether it must never be read out, not even to the person.
    pub fn is_secret(self) -> bool {
        matches!(self, Kind::Password)
    }
}
