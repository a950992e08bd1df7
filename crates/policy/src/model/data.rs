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
