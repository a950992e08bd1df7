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
document-anonymous = We keep nothing by which you could be recognised, and do not link it to you.
document-basis-consent = Your consent (Art. 6(1)(a))
document-basis-contract = A contract with you, or what you ask for before one (Art. 6(1)(b))
document-basis-legal-obligation = The law obliges us (Art. 6(1)(c))
document-basis-vital-interests = To protect somebody’s life (Art. 6(1)(d))
document-basis-public-task = A task in the public interest (Art. 6(1)(e))
document-basis-legitimate-interest = Our legitimate interest (Art. 6(1)(f))
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
document-automated-none = No decision about you is made by a computer alone.

document-keep-for = { $length } from { $start }
document-keep-until = Until { $start }
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
document-role-group-company = Company of our group
document-role-other-users = Other users of the service
document-role-public = Everybody: it is published
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
document-recipients-copy = Ask us if you want a copy of a contract or safeguard.
document-legal-statute =
    { $approvers ->
        [one] An authority gets data only where a statute obliges us. One person here must approve each case, and we record it.
       *[other] An authority gets data only where a statute obliges us. { $approvers } people here must approve each case, and we record it.
    }
document-legal-law =
    { $approvers ->
        [one] An authority gets data where the law asks for it or in an emergency. One person here must approve each case, and we record it.
       *[other] An authority gets data where the law asks for it or in an emergency. { $approvers } people here must approve each case, and we record it.
    }

document-cookies = Cookies
document-cookies-none = We store nothing in your browser.
document-cookies-intro = A cookie is a small text in your browser. We set those in the table and no others. Unless it says “necessary”, a cookie is set only after you agree, and saying no is as easy as saying yes.
document-cookies-caption = What we store in your browser
document-cookie-necessary = Necessary: the service cannot work without it
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
document-channel-push = by a notification on your phone
document-channel-social-media = on social media
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
document-breach-risk = If our security is broken and this puts you at high risk, we tell you { $channels }. We tell the supervisory authority within { $within } of learning of it.

document-changes = When this policy changes
document-changes-intro = Every version stays available. Data that you gave us under one version is not used in a materially different way without asking you.
document-change-minor = Wording only:
document-change-significant = Something that matters:
document-change-rights-affecting = Something that takes rights from you:
document-told = we tell you { $channels }.
document-told-ahead = we tell you { $channels }, { $ahead } ahead.

document-agreements = Other agreements
document-agreements-intro = Some of our services have agreements of their own. You accept them separately, and we record which version.

document-version = Which version this is
document-version-of = This is the version of { $date }.
document-reference = If two languages differ, the { $language } text counts.
document-language-en = English
document-language-nb = Norwegian
document-language-fr = French
document-language-de = German
document-hash = Fingerprint
document-hash-means = The fingerprint (SHA-256) belongs to exactly this policy. Your receipts name it, so that you can prove what you were told.
