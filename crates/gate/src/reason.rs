//! Why a use is allowed or denied: a closed list, each with its article and a plain name.

macro_rules! reasons {
    ($($(#[doc = $doc:literal])* $variant:ident $id:literal $article:literal $allow:literal,)*) => {
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

            /// The article of the GDPR it rests on.
            #[must_use]
            pub const fn article(self) -> &'static str {
                match self { $(Self::$variant => $article,)* }
            }

            /// Whether it allows.
            #[must_use]
            pub const fn allows(self) -> bool {
                match self { $(Self::$variant => $allow,)* }
            }
        }
    };
}

reasons! {
    /// Consent is active.
    Consent "consent" "Art. 6(1)(a)" true,
    /// The contract needs it.
    Contract "contract" "Art. 6(1)(b)" true,
    /// A law commands it.
    LegalObligation "legal-obligation" "Art. 6(1)(c)" true,
    /// Somebody's life is at stake.
    VitalInterests "vital-interests" "Art. 6(1)(d)" true,
    /// A public task.
    PublicTask "public-task" "Art. 6(1)(e)" true,
    /// A legitimate interest that nobody objected to.
    LegitimateInterest "legitimate-interest" "Art. 6(1)(f)" true,
    /// The policy declares no such purpose.
    PurposeNotDeclared "purpose-not-declared" "Art. 5(1)(b)" false,
    /// Nothing is known of this subject.
    SubjectUnknown "subject-unknown" "Art. 5(2)" false,
    /// The subject was erased, for this purpose at least.
    Erased "erased" "Art. 17" false,
    /// Processing is restricted.
    Restricted "restricted" "Art. 18(1)" false,
    /// The purpose was not stated when the data was collected, and there is no consent since.
    NotStatedAtCollection "not-stated-at-collection" "Art. 5(1)(b)" false,
    /// Nobody asked for consent, or nobody answered.
    NoConsent "no-consent" "Art. 6(1)(a)" false,
    /// Consent was refused.
    ConsentRefused "consent-refused" "Art. 7(4)" false,
    /// Consent was withdrawn.
    ConsentWithdrawn "consent-withdrawn" "Art. 7(3)" false,
    /// Consent ran out.
    ConsentExpired "consent-expired" "Art. 6(1)(a)" false,
    /// The person objected.
    Objected "objected" "Art. 21(1)" false,
    /// The person objected to direct marketing.
    MarketingObjected "marketing-objected" "Art. 21(3)" false,
    /// The recipient is not declared for this purpose.
    RecipientNotDeclared "recipient-not-declared" "Art. 13(1)(e)" false,
    /// The recipient is not to get this field.
    FieldNotForRecipient "field-not-for-recipient" "Art. 5(1)(c)" false,
    /// The person refused this recipient.
    RecipientOptedOut "recipient-opted-out" "Art. 21(1)" false,
    /// The data is not declared for this purpose.
    FieldNotDeclared "field-not-declared" "Art. 5(1)(c)" false,
    /// The retention period is over.
    RetentionOver "retention-over" "Art. 5(1)(e)" false,
}
