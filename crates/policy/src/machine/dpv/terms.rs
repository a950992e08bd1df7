//! Which term of DPV a word of the language is.

use crate::model::{Basis, Ground, Kind, Messages, Origin, Purpose, Role, Safeguard};

/// The legal basis.
pub(super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Consent => "eu-gdpr:A6-1-a",
        Basis::Contract => "eu-gdpr:A6-1-b",
        Basis::LegalObligation => "eu-gdpr:A6-1-c",
        Basis::VitalInterests => "eu-gdpr:A6-1-d",
        Basis::PublicTask => "eu-gdpr:A6-1-e",
        Basis::LegitimateInterest => "eu-gdpr:A6-1-f",
    }
}

/// The ground for special categories.
pub(super) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::ExplicitConsent => "eu-gdpr:A9-2-a",
        Ground::Employment => "eu-gdpr:A9-2-b",
        Ground::VitalInterests => "eu-gdpr:A9-2-c",
        Ground::Membership => "eu-gdpr:A9-2-d",
        Ground::MadePublic => "eu-gdpr:A9-2-e",
        Ground::LegalClaims => "eu-gdpr:A9-2-f",
        Ground::PublicInterest => "eu-gdpr:A9-2-g",
        Ground::HealthCare => "eu-gdpr:A9-2-h",
        Ground::PublicHealth => "eu-gdpr:A9-2-i",
        Ground::Research => "eu-gdpr:A9-2-j",
    }
}

/// What makes a transfer lawful.
pub(super) fn safeguard(safeguard: Safeguard) -> &'static str {
    match safeguard {
        Safeguard::Adequacy | Safeguard::Dpf => "eu-gdpr:A45-3",
        Safeguard::Scc => "eu-gdpr:A46-2-c",
        Safeguard::Bcr => "eu-gdpr:A46-2-b",
        Safeguard::Certification => "eu-gdpr:A46-2-e",
        Safeguard::ExplicitConsent => "eu-gdpr:A49-1-a",
        Safeguard::ContractNeeds => "eu-gdpr:A49-1-b",
    }
}

/// What a purpose is, as far as its declaration says it; what it is for stands in its description.
pub(super) fn purpose(purpose: &Purpose) -> &'static str {
    match (purpose.messages, purpose.basis) {
        (Some(Messages::Marketing), _) => "dpv:DirectMarketing",
        (Some(Messages::Service), _) => "dpv:CommunicationManagement",
        (None, Basis::LegalObligation) => "dpv:FulfilmentOfObligation",
        (None, Basis::PublicTask) => "dpv:PublicBenefit",
        _ => "dpv:Purpose",
    }
}

/// Where data comes from.
pub(super) fn source(origin: Origin) -> &'static str {
    match origin {
        Origin::Person | Origin::Use => "dpv:DataSubjectDataSource",
        Origin::Public => "dpv:PublicDataSource",
        Origin::Others | Origin::Partners | Origin::Organisation | Origin::SocialMedia => {
            "dpv:ThirdPartyDataSource"
        }
    }
}

/// What a recipient is.
pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Processor => "dpv:DataProcessor",
        Role::Authority => "dpv:Authority",
        Role::Controller | Role::JointController | Role::GroupCompany | Role::OtherUsers | Role::Public => {
            "dpv:ThirdParty"
        }
    }
}

/// What a field is.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "pd:Name",
        Kind::Email => "pd:EmailAddress",
        Kind::Phone => "pd:TelephoneNumber",
        Kind::Address => "pd:PhysicalAddress",
        Kind::Postcode => "pd:PostalCode",
        Kind::Place => "pd:Locality",
        Kind::Country => "pd:Country",
        Kind::Organisation => "pd:Professional",
        Kind::Message => "pd:Communication",
        Kind::Money => "pd:Transactional",
        Kind::BirthDate => "pd:BirthDate",
        Kind::Age => "pd:Age",
        Kind::Gender => "pd:Gender",
        Kind::Choice | Kind::Flag => "pd:Preference",
        Kind::Username => "pd:Username",
        Kind::Password => "pd:Password",
        Kind::Id => "pd:Identifier",
        Kind::NationalId => "pd:OfficialID",
        Kind::Ip => "pd:IPAddress",
        Kind::Cookie => "pd:Tracking",
        Kind::Device => "pd:DeviceBased",
        Kind::Location => "pd:Location",
        Kind::Activity => "pd:Behavioural",
        Kind::Card => "pd:PaymentCard",
        Kind::BankAccount => "pd:BankAccount",
        Kind::Picture => "pd:Picture",
        Kind::Signature => "pd:Identifying",
        Kind::Origin => "pd:EthnicOrigin",
        Kind::Politics => "pd:PoliticalOpinion",
        Kind::Religion => "pd:ReligiousBelief",
        Kind::Union => "pd:TradeUnionMembership",
        Kind::Genetic => "pd:Genetic",
        Kind::Biometric => "pd:Biometric",
        Kind::Health => "pd:Health",
        Kind::Orientation => "pd:Sexual",
        Kind::Criminal => "pd:Criminal",
        Kind::Text | Kind::Number | Kind::Date | Kind::Time | Kind::Url | Kind::Video | Kind::File => {
            "dpv:PersonalData"
        }
    }
}
