# The published policy. Short sentences, plain words; every statement follows from a declaration.
document-title = Privacy policy of { $service }
document-subtitle = How { $controller } uses data about you, why, and what you can do
document-contents = Contents
document-meta-version = Version of
document-meta-controller = Responsible

document-short = In short
document-short-intro = This table shows everything { $service } uses data about you for. Each line leads to the details below.
document-short-caption = What we use your data for
document-short-rights-title = You decide
document-short-rights = You can see your data, correct it, have it deleted, object and change your mind. Start at
document-privacy-link = your privacy page
document-head-why = What for
document-head-what = Which data
document-head-how-long = How long
document-head-with-whom = Shared with

document-who = Who we are
document-who-intro = { $controller } decides why and how data about you is used on { $service }, and answers for it. The law calls this the controller.
document-name = Name
document-registration = Registration number
document-country = Country
document-address = Address
document-email = E-mail
document-phone = Telephone
document-website = Website
document-officer = Data protection officer
document-representative = Representative
document-who-mail = One address takes everything about your data: questions, corrections, objections and deletions.
document-minimum-age = You must be { $age } or older to use the service.

document-purposes = What we use your data for
document-purposes-intro = We use your data for the purposes below and for no other. Each has a legal basis in Article 6 of the General Data Protection Regulation (GDPR). When the time is over, the data is deleted, unless it says otherwise.
document-fact-basis = Legal basis
document-fact-data = Data
document-fact-source = Where it comes from
document-fact-keep = How long
document-fact-with = Shared with
document-fact-duty = Do you have to?
document-fact-agreement = Agreement
document-fact-anonymous = Anonymous
document-labelled = { $label }:
document-anonymous = We keep nothing by which you could be recognised, and do not link it to you.
document-basis-consent = Your consent (Art. 6(1)(a))
document-basis-contract = A contract with you, or what you ask for before one (Art. 6(1)(b))
document-basis-legal-obligation = The law obliges us (Art. 6(1)(c))
document-basis-vital-interests = To protect somebody’s life (Art. 6(1)(d))
document-basis-public-task = A task in the public interest (Art. 6(1)(e))
document-basis-legitimate-interest = Our legitimate interest (Art. 6(1)(f))
document-basis-instructed = The customer decides and answers for the basis; we act on its instructions (Art. 28(3)(a)).
document-can-object = You can object at any time.
document-can-withdraw = You can withdraw it at any time, as easily as you gave it. What happened before stays lawful.
document-source-person = from you
document-source-use = from your use of the service
document-source-others = from other users
document-source-partners = from partners
document-source-organisation = from your organisation
document-source-public = from public sources
document-source-social-media = from social media
document-duty-voluntary = No, it is voluntary.
document-duty-contract = The contract needs it.
document-duty-law = The law requires it.
document-nobody = Nobody
document-all-of-it = everything in it
document-automated-none = No decision about you is made by a computer alone.

document-keep-for = { $length } from { $start }
document-keep-until = Until { $start }
document-keep-not = It is not kept
document-from-collection = the day we got it
document-from-last-contact = our last contact
document-from-contract-end = the end of the contract
document-from-fiscal-year-end = the end of the financial year
document-from-consent-end = the day you withdraw your consent
document-from-event = { $event }
document-event-delivered = the day of delivery
document-event-paid = the payment has gone through
document-then-anonymise = Then everything that points to you is removed.
document-then-isolate = Then it is locked away until it can be deleted.

document-data = Data about you
document-data-intro = This is all the data that we may hold about you. Most people have given us only a part of it.
document-special-never = We never store data about health, beliefs, politics, trade unions, origin, sexual orientation, genes, biometrics or crimes.
document-special-none = None of it is of the special kinds that the law protects most, such as health or beliefs. Please do not send us any.
document-ip = We treat IP addresses as personal data. Data that is linked to you is personal data too.

document-recipients = Who receives your data
document-recipients-none = We share your data with nobody.
document-recipients-intro = Each recipient gets only the data listed here, for the purposes above.
document-recipients-caption = Who receives which data, and where
document-head-who = Who
document-head-gets = Gets
document-head-where = Where
document-head-safeguard = Protection
document-role-processor = Works on our instructions
document-role-controller = Decides for itself what it needs the data for
document-role-joint-controller = Decides together with us
document-role-authority = Public authority
document-stored = Stored in { $country }
document-stored-hosted = Stored in { $country }, on the servers of { $host }
document-represented = Represented in the European Economic Area by { $name }
document-safeguard-none = Same law as here (GDPR)
document-safeguard-adequacy = The European Commission has found the country’s protection adequate (Art. 45)
document-safeguard-dpf = Certified under the EU–US Data Privacy Framework (Art. 45)
document-safeguard-scc = Standard contractual clauses of the European Commission (Art. 46)
document-safeguard-bcr = Binding corporate rules (Art. 47)
document-safeguard-certification = Approved code of conduct or certification (Art. 46)
document-safeguard-explicit-consent = Your explicit consent to this transfer (Art. 49)
document-safeguard-contract-needs = The contract with you needs this transfer (Art. 49)
document-recipients-each = Each recipient gets only the data that stands here, for the purposes named beside it.
document-safeguard-none-means = The data stays where the General Data Protection Regulation applies.
document-safeguard-chosen-means = What is shown is what stands under “Gets”, and nothing else.
document-safeguard-adequacy-means = The Commission examined the law of that country and found that it protects you much as European law does.
document-safeguard-dpf-means = The recipient has bound itself to rules that the Commission found adequate; you can complain to it, to an independent body, and to the authority here.
document-safeguard-scc-means = A contract in the Commission’s own words binds the recipient to protect the data as European law asks; you can rely on it yourself.
document-safeguard-bcr-means = Rules that an authority has approved bind every company of the recipient’s group; you can rely on them yourself.
document-safeguard-certification-means = The recipient has committed itself to rules that a body outside its control checks.
document-safeguard-explicit-consent-means = The country may protect you less; you were told so, and agreed.
document-safeguard-contract-needs-means = The country may protect you less; without this transfer we could not do what you asked for.
document-safeguard-undeclared = No protection is declared for this transfer
document-safeguard-undeclared-means = Ask us before you agree to anything that needs it.
document-recipients-copy = Ask us if you want a copy of a contract or safeguard.

document-cookies = Cookies
document-cookies-none = We store nothing in your browser.
document-head-cookie = Name
document-head-set-by = Set by
document-head-for = For
document-head-lasts = Lasts
document-lasts-session = Until you close the browser
document-signals-both = If your browser sends “Do Not Track” or “Global Privacy Control”, we take it as a no.
document-signals-gpc = If your browser sends “Global Privacy Control”, we take it as a no. “Do Not Track” has no effect.
document-signals-dnt = If your browser sends “Do Not Track”, we take it as a no. “Global Privacy Control” has no effect.
document-signals-none = Signals of your browser such as “Do Not Track” and “Global Privacy Control” have no effect.

document-rights = Your rights
document-rights-intro = You do not need an account or a form of words. Go to
document-rights-free = It costs nothing.
document-right-access = See it.
document-right-access-means = You get a copy of your data, with everything you may know about it (Art. 15).
document-right-rectification = Correct it.
document-right-rectification-means = You change what is wrong and add what is missing. We tell everybody who received it (Art. 16 and 19).
document-right-erasure = Have it deleted.
document-right-erasure-means = We delete it and tell you what the law makes us keep, and until when (Art. 17).
document-right-restriction = Have it left alone.
document-right-restriction-means = While something is disputed, we store it and do nothing else with it (Art. 18).
document-right-portability = Take it along.
document-right-portability-means = You get what you gave us in a form that other services can read (Art. 20).
document-right-objection = Object.
document-right-objection-means = Where we rest on our own interest, you can say no. We stop while we look into it (Art. 21).
document-right-marketing = Stop marketing.
document-right-marketing-means = A no to marketing needs no reason and takes effect at once (Art. 21(2)).
document-right-withdrawal = Change your mind.
document-right-withdrawal-means = You can withdraw every consent at any time (Art. 7(3)).
document-answer-within = We answer within { $length }. If a request is so complex that we need longer, we tell you why within that time.
document-first-reply = You hear from us within { $length }.
document-first-reply-office = You hear from us within { $length } in office hours:
document-office-hours = { $days } from { $from } to { $to }, except public holidays
document-days = { $first } to { $last }
document-day-mon = Monday
document-day-tue = Tuesday
document-day-wed = Wednesday
document-day-thu = Thursday
document-day-fri = Friday
document-day-sat = Saturday
document-day-sun = Sunday
document-answer-by = The answer comes { $channels }.
document-withdraw-by = You can withdraw a consent { $channels }.
document-channel-privacy-centre = on your privacy page
document-channel-email = by e-mail
document-channel-sms = by text message
document-channel-site = on this site
document-channel-post = by post
document-channel-phone = by telephone
document-channel-message = by the link in the message

document-complaint = If you are not satisfied
document-complaint-to = Please tell us. You can also complain to the supervisory authority at any time: { $value }.
document-complaint-any = Please tell us. You can also complain to the supervisory authority at any time.
document-complaint-else = You may also turn to the authority of the country where you live or work, or to a court.

document-security = How we protect your data
document-security-intro = This is what we promise. Where software cannot keep a promise, a person answers for it.
document-tls = Everything between you and us is encrypted with keys of at least { $bits } bits.
document-backups =
    { $days ->
        [one] What is deleted is gone from our backups after { $days } day.
       *[other] What is deleted is gone from our backups after { $days } days.
    }
document-attested = { $owner } answers for this and reviews it { $every }.
document-every-days =
    { $count ->
        [one] every day
       *[other] every { $count } days
    }
document-every-weeks =
    { $count ->
        [one] every week
       *[other] every { $count } weeks
    }
document-every-months =
    { $count ->
        [one] every month
       *[other] every { $count } months
    }
document-every-years =
    { $count ->
        [one] every year
       *[other] every { $count } years
    }
document-breach-always = If our security is ever broken, we tell you in writing { $channels }, however small the risk. We tell the supervisory authority within { $within } of learning of it.

document-changes = When this policy changes
document-change-minor = Wording only:
document-change-significant = Something that matters:
document-change-rights-affecting = Something that takes rights from you:
document-told = we tell you { $channels }.
document-told-ahead = we tell you { $channels }, { $ahead } ahead.

document-agreements = Other agreements
document-agreements-intro = Some of our services have agreements of their own. You accept them separately, and we record which version.

document-version = Which version this is
document-version-of = This is the version of { $date }.
document-language-en = English
document-language-nb = Norwegian
document-language-fr = French
document-language-de = German
document-hash = Fingerprint
document-hash-means = The fingerprint (SHA-256) belongs to exactly this policy. Your receipts name it, so that you can prove what you were told.

document-serves = For people in
document-place-eea = the European Economic Area
document-place-world = all countries
document-law = Law and courts
document-law-of = The law of { $country } applies. What the law of your own country guarantees you stays yours.
document-courts = Courts: { $courts }
document-joint = Who decides together with us
document-joint-intro = For some uses, others decide together with us. The law calls them joint controllers (Art. 26). This is the essence of what we have agreed:
document-joint-contact = Turn to { $name } first.
document-joint-any = You can use your rights with each of us.
document-group = The companies of our group
document-group-intro = A company of our group has access to data about you only for what stands here.
document-group-none = None
document-head-company = Company
document-head-relation = Its place in the group
document-head-access = Access for
document-relation-parent = Owns us
document-relation-subsidiary = Belongs to us
document-relation-sister = Has the same owner as we do
document-is-reference = This is the text that counts ({ $language }). Translations:
document-is-translation = This is a translation. Where it differs from the { $language } text, that text counts. Other languages:

document-age = Age
document-age-attestation = We ask you to confirm your age in passing, and keep only that you did. We do not ask for your date of birth.
document-age-not-asked = We do not ask how old you are.
document-age-guardian = From { $age } years on, you can use it if a parent or guardian approves { $channel }.
document-age-found = If we learn that somebody is younger, we delete the data.
document-age-reports-anyone = Anybody can report this to us, also without an account.
document-age-reports-signed-in = Who is signed in can report this to us.

document-fact-ground = Special data (Art. 9)
document-ground-explicit-consent = You have agreed to this expressly (Art. 9(2)(a)).
document-ground-employment = Duties of employment and social law (Art. 9(2)(b)).
document-ground-vital-interests = Somebody’s life is at stake (Art. 9(2)(c)).
document-ground-membership = Members of a non-profit body (Art. 9(2)(d)).
document-ground-made-public = You have made it public yourself (Art. 9(2)(e)).
document-ground-legal-claims = Legal claims (Art. 9(2)(f)).
document-ground-public-interest = An important public interest, by law (Art. 9(2)(g)).
document-ground-health-care = Health care (Art. 9(2)(h)).
document-ground-public-health = Public health (Art. 9(2)(i)).
document-ground-research = Archives, research or statistics, by law (Art. 9(2)(j)).
document-fact-consent-by = How you agree
document-consent-by-form = by a box in a form, which is never ticked beforehand
document-consent-by-written = in writing
document-consent-by-verbal = by word of mouth
document-consent-by-banner = in the box that asks about cookies
document-witness = Where it is by word of mouth, a witness is named.
document-fact-consent-lasts = How long you agree for
document-consent-lasts = For { $length }; then your consent has run out and we ask you anew.
document-fact-messages = Messages
document-reaches = You are reached { $channels }.
document-sends-service = These messages belong to the service; they come also if you want no marketing.
document-sends-marketing = This is marketing. You can stop it at any time, and every message says how.
document-fact-profiling = Profile
document-profiling = From what you do we conclude what may fit you.
document-fact-opt-out = Until you say no
document-opt-out-in = The law there lets us do this until you say no: { $countries }.
document-fact-aggregate = Figures only
document-aggregate = The results show groups of at least { $count } people, never one of them.
document-fact-instructed = On whose instruction
document-instructed = Only if the customer to whom the data belongs has instructed us to.
document-fact-approval = Before it is published
document-approval = Nothing appears before you have approved exactly that text. You can change it or take it back.
document-fact-compatible = Data we already had
document-compatible = It may also use data collected for { $purposes }.
document-fact-balancing = Weighed
document-fact-impact = Assessed beforehand
document-weighed = { $title }, { $date }. Ask us if you want to read it.
document-keep-at-least = At least { $length }.
document-keep-at-most = At most { $length }.
document-keep-law = The period follows from { $law }.
document-then-isolate-for = Then it is locked away for at most { $length }, until it can be deleted for good.

document-kept-as-last-four = only the last four characters are kept
document-kept-as-hashed = kept so that nobody can read it
document-kept-as-never = used once, never kept
document-seen-private = seen by nobody else
document-seen-recipient = seen by whom you write to
document-seen-organisation = seen by your organisation
document-seen-collaborators = seen by those you work with
document-seen-public = public
document-visible-recipient = Whoever you write to sees this.
document-visible-organisation = Your organisation sees this.
document-visible-collaborators = Those you work with see this.
document-visible-public = This is public: everybody can see it.
document-data-role-processor = We hold this for our customers, on their instructions.
document-data-role-joint = We decide on this together with others.
document-data-sensitive = We protect this more strictly than the rest.
document-data-only-for = Used only to:
document-staff = Who of our staff may look
document-staff-intro = Our staff see your data only in a role, for a purpose, and every look is recorded.
document-staff-nothing = Nothing
document-staff-none = No access
document-staff-of-purpose = What the purpose uses
document-staff-reason = Only with a reason.
document-staff-for = For { $length } at most.
document-staff-seen = The customer sees each look.
document-staff-recorded = Every look is recorded.
document-head-looks-for = May look for
document-head-sees = May see
document-head-condition = Under which condition

document-recipients-title = Who receives data from { $service }
document-recipients-subtitle = Everybody to whom { $controller } gives data about you, where they are, and what protects you
document-recipients-more = Everything about each recipient
document-role-group-company = Company of our group
document-role-other-users = Other users of the service
document-role-public = Everybody: it is published
document-everywhere = Wherever they are
document-safeguard-chosen = They see it through the service, as said here
document-transfer-assessed = Assessed: { $title }, { $date }
document-sub-processors = Uses in turn: { $names }
document-opt-out-partner = You can rule out this recipient alone, on your privacy page.
document-no-sale = We sell your data to nobody.
document-bulk = Nobody gets the data of more than { $count } people at once, unless this policy names them for it.
document-head-role = Role
document-head-sub-processors = Sub-processors
document-head-contract = Contract
document-head-contact = Contact
document-head-bound = Bound by
document-contract-held = There is a contract with it.
document-contract-since = There is a contract with it since
document-bound-instructions = It acts on our instructions only.
document-bound-confidential = It is bound to confidentiality.
document-bound-end-delete = When the contract ends, it deletes the data.
document-bound-end-return = When the contract ends, it gives the data back.
document-bound-end-keeps-nothing = It keeps nothing.
document-bound-confirms = It confirms this within { $length }.
document-bound-onward = It may pass the data on.

document-service-data = Data that customers entrust to us
document-service-data-intro = For this data the customer decides and answers, and we act on its instructions: the law calls us the processor (Art. 28).
document-service-data-forward = If you turn to us about such data, we pass your request on to the customer within { $length }, and help with the answer.
document-service-data-instructions = Instructions
document-service-data-recorded = We do only what the customer has instructed, and record each instruction.
document-service-data-export = Taking it along
document-service-data-as = The customer can take everything along as { $formats }, or delete it.
document-service-data-end = When the contract ends
document-service-data-delete = We delete it within { $length }.
document-service-data-return = We give it back and delete it here within { $length }.
document-service-data-keeps-nothing = There is nothing left to delete.
document-service-data-new = New sub-processors
document-service-data-told = The customer hears of a new one { $ahead } ahead, { $channels }, and can object within { $object }.
document-service-data-staff = Our staff look only to

document-exchange = What others see
document-messages-name = Messages to other users.
document-messages-show = When you write to another user or company, they see your { $fields }.
document-messages-told = We show you this before you send.
document-messages-block = Whoever gets a message can block its sender.
document-messages-report = Whoever gets a message can report it to us.
document-views-name = What you look at.
document-views = A company can see who looked at its own content.
document-views-objectors = If you object, you do not appear there.
document-public-name = What you make public.
document-public = What you mark as public, everybody can read. Everything else, nobody can.
document-organisation-name = Your organisation.
document-organisation-access = Its administrator decides who may work in its profile.
document-organisation-suggests = The domain of your e-mail address may suggest to which organisation you belong; that of a general mail provider never does.
document-organisation-claims = An organisation that proves that a mail domain is its own can take over the accounts of that domain; its administrator then sees and manages them. We tell you before that happens.
document-invitations-name = Invitations.
document-invitations = If somebody gives us your address to invite you, we use it for that and for nothing else.
document-invitations-names = The invitation says who invited you.
document-invitations-once = There is only one.
document-invitations-forgotten = Without an answer we forget the address after { $length }.
document-integrations-name = Connected services.
document-integrations = Another service gets data only if a customer connects it.
document-integrations-scopes = It can be given: { $categories }.
document-integrations-revoked = The customer can end this at once.

document-cookies-title = Cookies of { $service }
document-cookies-subtitle = Everything { $controller } and others store in your browser or recognise it by
document-cookies-necessary = Necessary: the service cannot work without it, so we do not ask.
document-cookies-refuse = Only if you agree.
document-cookies-caption = { $purpose }: what is stored
document-cookies-intro = A cookie is a small text in your browser; there are other ways to store something there or to recognise it. We use those in the tables and no others. Saying no is as easy as saying yes.
document-cookies-nothing = If you say no, the service works as before.
document-head-kind = What it is
document-tracker-cookie = Cookie
document-tracker-local-storage = Entry in the browser’s storage
document-tracker-session-storage = Entry in the browser’s storage, until the page is closed
document-tracker-indexed-db = Database in the browser
document-tracker-pixel = Invisible picture (pixel)
document-tracker-fingerprint = Features of your browser that together name it
document-tracker-widget = Element of another service in our page
document-tracker-device-id = Identifier of your device

document-permissions = Permissions of the app
document-permissions-intro = The app asks for each permission when it is needed. You can refuse, and take it back at any time in the settings of your device.
document-head-permission = Permission
document-head-reason = Why
document-permission-camera = Camera
document-permission-microphone = Microphone
document-permission-call-history = History of calls
document-permission-contacts = Contacts
document-permission-photos = Photos
document-permission-files = Files
document-permission-location = Position
document-permission-notifications = Notifications
document-permission-calendar = Calendar

document-messages = Messages from us
document-messages-intro = These are the messages you may get from us, and how you stop them.
document-head-channel = Reaches you
document-head-stop = How it ends
document-message-service = Part of the service
document-message-marketing = Marketing
document-stop-service = It comes for as long as you use what it is about.
document-stop-marketing = You can stop it { $ways }.
document-stop-link = by the link in each message
document-stop-one-click = by the button of your mail program
document-stop-account = in your account’s settings
document-mail-sender = Every mailing names who sends it: { $sender }, { $address }.
document-mail-laws = We keep to { $laws }.
document-mail-law-can-spam = the CAN-SPAM Act of the United States
document-mail-law-eprivacy = Article 13 of the ePrivacy Directive (2002/58/EC)
document-channel-push = by a notification on your telephone
document-channel-social-media = on social media

document-rights-everywhere = Everybody has these rights, wherever they live.
document-right-supplement = If we do not agree, your own statement stands beside it.
document-right-restriction-at-once = It stops as soon as you ask.
document-right-restriction-told = We tell you before we use it again.
document-right-formats = You get it as { $formats }.
document-right-decided = We decide within { $length }.
document-self = Without asking anybody you can { $actions }.
document-self-personal-data = see and change your data
document-self-account = change your account
document-self-preferences = choose which messages you get
document-self-delete-account = delete your account
document-ask-by = You can ask us { $channels }.
document-answer-extended = We answer within { $length }. If a request is very complex, we may take { $by } more; then we tell you why within { $told }.
document-rights-limits = What we may not give you, we name: data of other people, data that a law makes us keep, and who else holds some. You are told why, and how to complain.
document-rights-directly = These decide for themselves; for what they hold, turn to them directly: { $names }.
document-complaint-within = We answer a complaint within { $length }.
document-complaint-elsewhere = If you live in another country, its authority stands in the
document-authorities-below = list at the end
document-authorities = The authority of your country
document-authorities-intro = You can complain to the authority of the country where you live or work, or where you think the law was broken.
document-head-authority = Authority
document-head-complaint = Where to complain
document-authority-none = We know of no such authority there.
document-authority-ask-us = Turn to us, to our authority above, or to a court.

document-legal = When an authority asks for data
document-legal-intro = We give data to an authority only on these grounds:
document-legal-statute = A statute obliges us.
document-legal-security = The security of the service needs it.
document-legal-protection = People or their rights must be protected.
document-legal-emergency = It is an emergency.
document-legal-approvers =
    { $approvers ->
        [one] One person here must approve each case, and it is recorded.
        [2] Two people here must approve each case, and it is recorded.
       *[other] { $approvers } people here must approve each case, and it is recorded.
    }
document-legal-needs = Each case names { $needs }.
document-legal-need-statute = the statute and its section
document-legal-need-authority = the authority
document-legal-need-reference = the authority’s reference
document-holds = When deletion waits
document-holds-for = Deletion waits while data is needed for { $reasons }. Each such hold names its data, its reason and its end; you are told of it when you ask for deletion.
document-hold-claims = legal claims
document-hold-compliance = keeping a law
document-hold-audit = an audit
document-hold-merger = a merger or sale of the company

document-encrypted = Data is encrypted where it is stored.
document-passwords = Passwords are kept only as a hash (Argon2id), which nobody can turn back.
document-backups-at = Backups are encrypted and kept by { $name }.
document-attested-of = It is about { $name }.
document-attested-last = Last confirmed on { $date }.
document-attested-evidence = Shown by: { $title }.
document-breach = If our security is broken
document-breach-high-risk = If our security is broken and this puts you at high risk, we tell you { $channels }. We tell the supervisory authority within { $within } of learning of it.
document-breach-risk = If our security is broken and harm is likely, we tell you { $channels }. We tell the supervisory authority within { $within } of learning of it.
document-proof = What we keep as proof
document-proof-intro = So that you and we can prove later what happened, we keep short entries about it, without your data, for this long:
document-proof-consent = Consents and refusals
document-proof-acceptance = Acceptances
document-proof-requests = Your requests and our answers
document-proof-disclosures = Who received data
document-proof-staff-views = Who of our staff looked
document-proof-notices = Notices sent to you
document-proof-breaches = Breaches of security
document-proof-retention = What was deleted, and when

document-archive = Every version stays available, with what changed:
document-archive-link = all versions
document-new-consent = Data that you gave us under one version is not used in a materially different way without your consent.
document-new-compatible = Data that you gave us under one version is used in a different way only if that is compatible with the first use, and this policy says why, or if you consent.
document-new-notice = Before data that you gave us under one version is used in a different way, we tell you, and you can object.
document-effect-on-posting = A new version takes effect when it is posted, unless a time ahead stands above.
document-effect-after-notice = A new version takes effect when the time of its notice is over.
document-continued-notice = If you go on using the service after a notice, we record just that. It is never taken for your consent.
document-continued-consent = If you go on using the service after a notice, we take it as agreement.
document-merger = If the company is merged or sold, we tell you before your data changes hands, { $channels }, and what you can do.
document-accepted = { $places } we ask you to tick a box that says: “{ $wording }”
document-accepted-forms = Where you send a form
document-accepted-sign-in = where you sign in
document-accepted-kept = We keep which version you accepted, and when, for { $length }.
document-accepted-means = Accepting is not consenting, and never a reason for using your data. We never ask for it on your privacy page, when you use your rights, or when you unsubscribe.
