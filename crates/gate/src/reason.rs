//! Why a use is allowed or denied: a closed list, each with its article, the part of the policy it follows from, and
//! what would change it. The table in `docs/gate-reasons.md` is written from this file and tested against the gate.

macro_rules! reasons {
    ($($(#[doc = $doc:literal])* $variant:ident $id:literal $article:literal $allow:literal $part:ident $remedy:ident,)*) => {
        /// The reason of a decision. Pages say it in their language, by its id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Reason {
            $($(#[doc = $doc])* $variant,)*
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its permanent name: lower-case words joined by hyphens.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The article it rests on: of the GDPR, where no other law is named.
            #[must_use]
            pub const fn article(self) -> &'static str {
                match self { $(Self::$variant => $article,)* }
            }

            /// Whether it allows.
            #[must_use]
            pub const fn allows(self) -> bool {
                match self { $(Self::$variant => $allow,)* }
            }

            /// The part of the policy it follows from.
            #[must_use]
            pub const fn part(self) -> Part {
                match self { $(Self::$variant => Part::$part,)* }
            }

            /// What would change the answer.
            #[must_use]
            pub const fn remedy(self) -> Remedy {
                match self { $(Self::$variant => Remedy::$remedy,)* }
            }

            /// What it says, in English, as the documentation does.
            #[must_use]
            pub const fn says(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),*).trim_ascii(),)* }
            }
        }
    };
}

reasons! {
    /// Consent is active.
    Consent "consent" "Art. 6(1)(a)" true Basis Nothing,
    /// The contract needs it.
    Contract "contract" "Art. 6(1)(b)" true Basis Nothing,
    /// A law commands it.
    LegalObligation "legal-obligation" "Art. 6(1)(c)" true Basis Nothing,
    /// Somebody's life is at stake.
    VitalInterests "vital-interests" "Art. 6(1)(d)" true Basis Nothing,
    /// A public task.
    PublicTask "public-task" "Art. 6(1)(e)" true Basis Nothing,
    /// A legitimate interest that nobody objected to.
    LegitimateInterest "legitimate-interest" "Art. 6(1)(f)" true Basis Nothing,
    /// The policy declares no such purpose.
    PurposeNotDeclared "purpose-not-declared" "Art. 5(1)(b)" false Purposes DeclareIt,
    /// Nothing is known of this subject.
    SubjectUnknown "subject-unknown" "Art. 5(2)" false Nowhere Collect,
    /// The subject was erased, for this purpose at least.
    Erased "erased" "Art. 17" false Nowhere Collect,
    /// Processing is restricted.
    Restricted "restricted" "Art. 18(1)" false Nowhere LiftRestriction,
    /// The purpose was not stated when the data was collected, and there is no consent since.
    NotStatedAtCollection "not-stated-at-collection" "Art. 5(1)(b)" false Purpose AskConsent,
    /// The data is a customer's, and the customer did not instruct this.
    NotInstructed "not-instructed" "Art. 28(3)(a)" false Purpose Instruct,
    /// Nobody asked for consent, or nobody answered.
    NoConsent "no-consent" "Art. 6(1)(a)" false Basis AskConsent,
    /// Consent was refused.
    ConsentRefused "consent-refused" "Art. 7(4)" false Basis PersonChanges,
    /// Consent was withdrawn.
    ConsentWithdrawn "consent-withdrawn" "Art. 7(3)" false Basis PersonChanges,
    /// Consent ran out.
    ConsentExpired "consent-expired" "Art. 6(1)(a)" false Basis AskConsent,
    /// The person objected.
    Objected "objected" "Art. 21(1)" false Basis WeighObjection,
    /// The person objected to direct marketing.
    MarketingObjected "marketing-objected" "Art. 21(3)" false Messages PersonChanges,
    /// The policy declares no messages by this channel for this purpose.
    ChannelNotDeclared "channel-not-declared" "Art. 5(1)(b)" false Messages DeclareIt,
    /// The person refused this channel.
    ChannelRefused "channel-refused" "Art. 21(3)" false Messages PersonChanges,
    /// Marketing by this channel needs a permission of its own in the person's country.
    ChannelNotPermitted "channel-not-permitted" "ePrivacy Directive, Art. 13" false Messages AskChannel,
    /// A signal of the person's browser stands against it, and the policy honours it.
    Signalled "signalled" "Art. 21(5)" false Signals AskConsent,
    /// The person said to be younger than the policy asks.
    TooYoung "too-young" "Art. 8(1)" false Age AttestAge,
    /// The recipient is not declared for this purpose.
    RecipientNotDeclared "recipient-not-declared" "Art. 13(1)(e)" false SharesWith DeclareIt,
    /// The person refused this recipient.
    RecipientOptedOut "recipient-opted-out" "Art. 21(1)" false Recipient PersonChanges,
    /// The safeguard of the transfer is not in force.
    TransferUnsafe "transfer-unsafe" "Art. 44" false Safeguard SafeTransfer,
    /// The recipient is not to get this field.
    FieldNotForRecipient "field-not-for-recipient" "Art. 5(1)(c)" false Gets DeclareIt,
    /// The data is not declared for this purpose.
    FieldNotDeclared "field-not-declared" "Art. 5(1)(c)" false Uses DeclareIt,
    /// The retention period is over.
    RetentionOver "retention-over" "Art. 5(1)(e)" false Keep Collect,
    /// The gate is further behind the ledger than it may be, so it answers nothing.
    Stale "stale" "Art. 5(2)" false Nowhere TryAgain,
    /// The clock stands before the last entry of the ledger, so it cannot be trusted.
    ClockBehind "clock-behind" "Art. 5(2)" false Nowhere TryAgain,
    /// Only the ledger knows this one record, and memory was asked.
    AskTheLedger "ask-the-ledger" "Art. 5(2)" false Nowhere AskConsistently,
}

/// A part of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// None: it follows from what happened, or did not.
    Nowhere,
    /// The list of purposes.
    Purposes,
    /// The purpose.
    Purpose,
    /// The purpose's basis.
    Basis,
    /// The messages the purpose sends.
    Messages,
    /// The fields the purpose uses.
    Uses,
    /// The recipients the purpose shares with.
    SharesWith,
    /// The period of the purpose.
    Keep,
    /// The recipient.
    Recipient,
    /// The fields the recipient gets.
    Gets,
    /// The recipient's safeguard.
    Safeguard,
    /// What browser signals do.
    Signals,
    /// The minimum age.
    Age,
}

impl Part {
    /// The place of it in the policy, such as `purposes/news/basis`: `policy::promises::declared_at` finds its span.
    #[must_use]
    pub fn place(self, purpose: &str, recipient: Option<&str>) -> Option<String> {
        let of_purpose = |key: &str| Some(format!("purposes/{purpose}{key}"));
        let of_recipient = |key: &str| recipient.map(|name| format!("recipients/{name}{key}"));
        match self {
            Self::Nowhere => None,
            Self::Purposes => Some("purposes".to_owned()),
            Self::Purpose => of_purpose(""),
            Self::Basis => of_purpose("/basis"),
            Self::Messages => of_purpose("/messages"),
            Self::Uses => of_purpose("/uses"),
            Self::SharesWith => of_purpose("/shares_with"),
            Self::Keep => of_purpose("/keep"),
            Self::Recipient => of_recipient(""),
            Self::Gets => of_recipient("/gets"),
            Self::Safeguard => of_recipient("/safeguard"),
            Self::Signals => Some("signals".to_owned()),
            Self::Age => Some("minimum_age".to_owned()),
        }
    }
}

macro_rules! remedies {
    ($($(#[doc = $doc:literal])* $variant:ident $id:literal,)*) => {
        /// What would change the answer.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Remedy {
            $($(#[doc = $doc])* $variant,)*
        }

        impl Remedy {
            /// Every remedy.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its permanent name.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// What it says, in English.
            #[must_use]
            pub const fn says(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),*).trim_ascii(),)* }
            }
        }
    };
}

remedies! {
    /// Nothing needs to change.
    Nothing "nothing",
    /// Declare it in a new version of the policy, with the notice that change needs.
    DeclareIt "declare-it",
    /// Collect the data anew, stating this purpose.
    Collect "collect",
    /// Ask the person for consent.
    AskConsent "ask-consent",
    /// Only the person can change it.
    PersonChanges "person-changes",
    /// Show compelling grounds that outweigh the objection, or wait until the person takes it back.
    WeighObjection "weigh-objection",
    /// End the restriction, after telling the person; or name an exception of Art. 18(2).
    LiftRestriction "lift-restriction",
    /// The customer whose data it is has to instruct it.
    Instruct "instruct",
    /// Ask the person for this channel.
    AskChannel "ask-channel",
    /// The person, or a guardian, attests the age.
    AttestAge "attest-age",
    /// Give the transfer a safeguard that is in force.
    SafeTransfer "safe-transfer",
    /// Ask again when the gate has caught up.
    TryAgain "try-again",
    /// Ask with `consistent`, so that the ledger is read.
    AskConsistently "ask-consistently",
}
