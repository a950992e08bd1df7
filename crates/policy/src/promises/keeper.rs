//! What keeps a promise: the closed list of mechanisms, each named once for the audit, the pages and the reference.

use crate::words::words;

/// How a promise is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mechanism {
    /// The system does it, or refuses its breach.
    Enforced,
    /// A page or paper says it, made from the declaration that the system acts on.
    Shown,
    /// People vouch for it, with owner, evidence and day of review.
    Attested,
}

impl Mechanism {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Mechanism::Enforced => "enforced",
            Mechanism::Shown => "shown",
            Mechanism::Attested => "attested",
        }
    }
}

words! {
    /// What keeps a promise.
    Keeper {
        /// Age is asked in passing; who is younger is refused, and nothing about them is stored.
        AgeAsked = "age-asked",
        /// Anyone can report a person who is too young; it is looked into and erased.
        MinorsReported = "minors-reported",
        /// No field of a special category can be declared or collected.
        SpecialRefused = "special-refused",
        /// A field that is not declared is refused.
        DeclaredDataOnly = "declared-data-only",
        /// What is stored of a value is cut, hashed or left out before it reaches the disk.
        ValuesMasked = "values-masked",
        /// A page shows a value only to those it is declared for.
        Visibility = "visibility",
        /// A use for another purpose, or with other data, is denied.
        PurposeLimit = "purpose-limit",
        /// Without an active consent the use is denied, and denied again after withdrawal.
        ConsentNeeded = "consent-needed",
        /// An objection stops the use while it is weighed.
        ObjectionStops = "objection-stops",
        /// An objection to marketing stops it at once and for good.
        MarketingObjection = "marketing-objection",
        /// A purpose declared later is denied for data collected before.
        LaterPurpose = "later-purpose",
        /// Where a law lets people opt out, opting out stops the use.
        OptOutLaw = "opt-out-law",
        /// When the period is over, data is deleted, anonymised or locked away.
        Retention = "retention",
        /// A recipient that is not declared, or a field it is not declared for, is denied.
        RecipientLimit = "recipient-limit",
        /// A transfer out of the European Economic Area needs a safeguard in force.
        TransferSafeguard = "transfer-safeguard",
        /// A person can refuse one recipient.
        RecipientOptOut = "recipient-opt-out",
        /// A provider's confirmation of return or deletion is tracked.
        ProviderReturns = "provider-returns",
        /// Sub-processors are registered, and changes of them told ahead.
        SubProcessors = "sub-processors",
        /// What a form collects is stored with purpose, time, words and policy version, and proven by a receipt.
        FormEvidence = "form-evidence",
        /// A form cannot be sent without the acceptances it needs.
        AcceptanceNeeded = "acceptance-needed",
        /// Signing in needs the acceptance too, and whoever accepts for an organisation says so.
        SignInAcceptance = "sign-in-acceptance",
        /// A box of consent is never ticked beforehand and never needed.
        ConsentUnticked = "consent-unticked",
        /// An address is used only after its owner has confirmed it.
        DoubleOptIn = "double-opt-in",
        /// Nothing is published before the person approved exactly that.
        Approval = "approval",
        /// A person whose data came from somebody else is told in time.
        OthersTold = "others-told",
        /// A request is answered by its day.
        AnswerClock = "answer-clock",
        /// A first reply is given by its time.
        ReplyClock = "reply-clock",
        /// A complaint is resolved by its day.
        ComplaintClock = "complaint-clock",
        /// A request for access ends with a package to read and to use.
        AccessAnswer = "access-answer",
        /// A request for erasure ends with proof that nothing is left but what a law keeps.
        Erasure = "erasure",
        /// A restriction holds from the moment it is asked for.
        Restriction = "restriction",
        /// A correction reaches every store and recipient.
        Rectification = "rectification",
        /// A consent can be withdrawn as easily as it was given.
        Withdrawal = "withdrawal",
        /// A person changes data, account and preferences without asking anybody.
        SelfService = "self-service",
        /// Mail to the address for privacy opens a request.
        RequestsByMail = "requests-by-mail",
        /// Every version stays readable, with what changed.
        Archive = "archive",
        /// A change that affects rights is told as long ahead as promised.
        NoticeAhead = "notice-ahead",
        /// Changes are told by the channels promised.
        ChangeNotices = "change-notices",
        /// A merger or sale is told with the options people have.
        MergerNotice = "merger-notice",
        /// The authority is told of a breach in time.
        BreachClock = "breach-clock",
        /// The people affected are told of a breach.
        BreachLetters = "breach-letters",
        /// Authorities get data only on a declared ground, approved and logged.
        DisclosureGrounds = "disclosure-grounds",
        /// A legal hold stops erasure of what it names, with reason and end.
        LegalHold = "legal-hold",
        /// An export of many people to anyone not declared for it is refused and alerted.
        BulkLimit = "bulk-limit",
        /// No recipient can be declared for a sale.
        NoSale = "no-sale",
        /// A browser's signal counts as the objection it is.
        Signals = "signals",
        /// No cookie or tracker is set that is not declared, and none before consent where it needs one.
        CookieRegister = "cookie-register",
        /// Staff see what their role and purpose allow, and each view is on the ledger.
        StaffViews = "staff-views",
        /// The roles declared in the policy decide what staff see, for how long, and who sees that they looked.
        StaffRoles = "staff-roles",
        /// An organisation takes over accounts only with proof, and after telling the people.
        OrganisationClaims = "organisation-claims",
        /// People exchange messages without disclosing more than is declared.
        Exchange = "exchange",
        /// An invitation is sent once and forgotten in time.
        Invitations = "invitations",
        /// Service messages and marketing are different things.
        MessageClasses = "message-classes",
        /// Every mailing names its sender and can be stopped in one click.
        MailIdentity = "mail-identity",
        /// A permission of a phone serves its purpose only.
        Permissions = "permissions",
        /// An integration gets data only while the customer wants it.
        Integrations = "integrations",
        /// What customers entrust can be exported and deleted by them, and only they instruct.
        ServiceData = "service-data",
        /// Statistics come in groups, never as persons.
        Aggregates = "aggregates",
        /// Evidence itself is kept for its declared time and then destroyed.
        EvidencePeriods = "evidence-periods",
        /// What was erased cannot come back from a backup once the declared time is over.
        KeysDie = "keys-die",
        /// Transport is encrypted as declared.
        Transport = "transport",
        /// Passwords are stored so that nobody can read them.
        Passwords = "passwords",
        /// The published policy says it, in every language.
        Shown = "shown",
        /// Somebody confirms it at every interval.
        Attested = "attested",
    }
}

impl Keeper {
    /// How it keeps.
    pub fn mechanism(self) -> Mechanism {
        match self {
            Keeper::Shown => Mechanism::Shown,
            Keeper::Attested => Mechanism::Attested,
            _ => Mechanism::Enforced,
        }
    }
}
