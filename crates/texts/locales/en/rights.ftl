# People's requests: kinds, states, what happens next, plans and outcomes.
rights-kind-access = A copy of your data
rights-kind-access-explained = You get everything we hold about you, why, from where, who got it and for how long, as a PDF to read and as files to use.
rights-kind-erasure = Deletion of your data
rights-kind-erasure-explained = We delete what we hold about you. What a law obliges us to keep stays until its day, and we tell you what and why.
rights-kind-rectification = Correction of your data
rights-kind-rectification-explained = Tell us what is wrong or missing; we correct it, or add your statement to it.
rights-kind-restriction = A stop to using your data
rights-kind-restriction-explained = We keep your data but do nothing else with it, for example while it is checked whether it is right.
rights-kind-portability = Your data to take elsewhere
rights-kind-portability-explained = You get what you gave us in a format that another service can read.
rights-kind-objection = An objection
rights-kind-objection-explained = You object to a use that rests on our interest. Marketing stops at once.
rights-kind-withdrawal = Taking back a consent
rights-kind-withdrawal-explained = You take back what you agreed to. From then on we no longer do it.
rights-kind-complaint = A complaint
rights-kind-complaint-explained = Tell us what went wrong. You can also complain to the supervisory authority at any time.
rights-kind-question = A question
rights-kind-question-explained = Ask anything about your data.

rights-state-open = Received
rights-state-planned = Being prepared
rights-state-running = Being carried out
rights-state-partly-done = Partly done
rights-state-done = Done
rights-state-answered = Answered
rights-state-refused = Refused
rights-state-withdrawn = Taken back

rights-refusal-not-identified = We could not establish who asks (GDPR Art. 12(2) and (6))
rights-refusal-excessive = The request is manifestly unfounded or excessive (GDPR Art. 12(5))
rights-refusal-others-rights = Other people’s rights stand against it (GDPR Art. 15(4), 20(4))
rights-refusal-legal-obligation = A law obliges us to keep the data or not to give it out (GDPR Art. 17(3)(b), 23)
rights-refusal-legal-claims = We need the data for legal claims (GDPR Art. 17(3)(e))
rights-refusal-not-applicable = Nothing of what the law names for this applies here

rights-error-request-not-found = There is no such request here. Check the link, or look it up in your list.
rights-error-request-wrong-state = That cannot be done any more: the request has moved on. Load the page again to see where it stands.
rights-error-request-changed = Somebody changed this request a moment ago. Look at it again and repeat what you wanted to do.
rights-error-request-needs-choice = Several entries match. Choose which of them are this person first.
rights-error-request-needs-rehearsal = Rehearse the plan before running it. If it was rehearsed: what is stored has changed since, so a new plan was drawn. Look at it and rehearse it.
rights-error-request-others-open = This person still waits for an answer to another request. Answer that one first: after the erasure it could not be answered any more.
rights-error-request-shared = Somebody else in Abide shows the same verified address, and other identifiers besides. Find out who it is. If it is the same person, open an erasure with that identifier too; then both can run.
rights-error-request-extension = The time can be extended once, and only within the first month (GDPR Art. 12(3)).
rights-error-request-told-first = The person must be told before the restriction ends (GDPR Art. 18(3)). Tell them first, and wait for the day you named.
rights-error-request-objection = An objection to marketing always prevails (GDPR Art. 21(3)).
rights-error-request-day = That day is still to come. Enter the day on which it was done.
rights-error-request-needs-plan = Draw a plan first.
rights-error-answer-not-ready = There is no answer yet. You get a letter as soon as it is ready.
rights-error-answer-expired = This answer is no longer available: for your safety it is kept for a short time only. Ask for a new copy; it costs nothing.
rights-error-forbidden = Your role does not allow this. Ask a colleague with the role of privacy lead.
rights-error-text-length = Write between 1 and { $most } characters.
rights-error-identifier-invalid =
    { $kind ->
        [email] This is not an e-mail address. Check it for typing errors.
        [phone] This is not a telephone number. Begin with the country, as in +47 22 00 00 00.
       *[number] Enter the number as it stands on the letter or in your records.
    }
rights-error-store-failed = One of our databases did not answer. Nothing is lost: try again in a few minutes.
rights-error-internal = Something went wrong on our side. Nothing is lost: try again in a few minutes.

rights-law-first-reply = Our promise of a first reply
rights-event-received = The request arrived
rights-event-planned = A plan was drawn
rights-event-rehearsed = The plan was rehearsed
rights-event-not-delivered = The last letter could not be delivered
rights-event-replied = We replied

rights-next-access = We collect your data and write to you when the copy is ready, on { $due } at the latest. If nothing has come by then, you may complain to { $authority }.
rights-next-erasure = We check what can be deleted and what a law obliges us to keep, then delete. You get a letter when it is done, on { $due } at the latest. If nothing has come by then, you may complain to { $authority }.
rights-next-by-hand = Somebody reads your request and answers you, on { $due } at the latest. If nothing has come by then, you may complain to { $authority }.
rights-next-state-running = It is being carried out right now. You get a letter when it is finished, on { $due } at the latest.
rights-next-state-partly-done = Part of it is done; one place has not answered yet and is tried again. You get a letter when all of it is finished, on { $due } at the latest. If nothing has come by then, you may complain to { $authority }.
rights-next-state-done = This request is finished. If you do not agree with the answer, you may complain to { $authority }.
rights-next-state-answered = This request is answered. If you do not agree with the answer, you may complain to { $authority }.
rights-next-state-refused = We could not do what you asked; the reason stands below. If you do not agree, you may complain to { $authority } or go to court.
rights-next-state-withdrawn = You took this request back. You can ask again at any time.
rights-next-informing = Your request is answered. Those who got your data from us are told as well, by { $due } at the latest. If you do not agree with the answer, you may complain to { $authority }.
rights-objection-stands = Your objection stands: we no longer use your data for what you objected to.
rights-objection-overridden = We go on using your data for the following, because our grounds weigh more than yours (GDPR Art. 21(1)): { $purposes }.

rights-alert-answer-late = The answer is late
rights-alert-answer-soon = The answer is due soon
rights-alert-reply-late = The first reply is late
rights-alert-reply-soon = The first reply is due soon
rights-alert-partly-done = Partly done: a step waits
rights-alert-retrying = A step failed and is tried again
rights-alert-inform =
    { $count ->
        [one] One recipient is still to be told (Art. 19)
       *[other] { $count } recipients are still to be told (Art. 19)
    }

rights-outcome-deleted = deleted
rights-outcome-anonymised = anonymised
rights-outcome-kept = kept
rights-outcome-copied = copied
rights-outcome-deleted-words = { $place }, { $table }: { $count } deleted
rights-outcome-anonymised-words = { $place }, { $table }: { $count } made anonymous
rights-outcome-kept-words = { $place }, { $table }: { $count } kept. { $ground }. { $until }
rights-outcome-copied-words = { $place }, { $table }: { $count } copied
rights-outcome-until = Until { $until }
rights-outcome-until-range = The first until { $first }, the last until { $last }
rights-outcome-stays = About you they still hold: { $columns }
rights-outcome-removed = Taken out of them: { $columns }
rights-until-range = first { $first }, last { $last }
rights-until-open = the end of the time in which claims can arise
rights-table-unlinked = { $table } (others’ entries that pointed at you)
rights-table-redacted = { $table } (your name in free text)
rights-own-records = What was given through forms
rights-own-identifiers = Verified addresses and numbers
rights-own-links = Links to other databases
rights-own-packages = Prepared answers
rights-remains = { $what }: { $ground }. Until { $until }.
rights-remains-evidence = The log of what was agreed, asked and done, without content and without your address
rights-remains-evidence-ground = to be able to prove it (GDPR Art. 5(2), 17(3)(e))
rights-remains-tombstone = A mark that the erasure took place, which names nobody
rights-remains-tombstone-ground = so that no backup brings your data back (GDPR Art. 32)
rights-remains-suppression = A keyed mark of your verified addresses, from which nobody can read them
rights-remains-suppression-ground = so that no import or list brings you back; you can come back yourself at any time (GDPR Art. 6(1)(f), 17(1), 21(3))
rights-remains-key = Your key in backups of the keys
rights-remains-key-ground = destroyed here; those backups can no longer be opened after { $days } days (GDPR Art. 17, 32)
rights-report-done = Deleted or made anonymous:
rights-report-nothing-found = We found nothing that could be deleted.
rights-report-stays = What stays, why, and until when:
rights-report-nothing-stays = Nothing about you is held any more.
rights-report-told = We also tell those who got your data from us, so that they erase it too: { $recipients }.

rights-step-publish = Publish the mark of the erasure
rights-step-erase = Erase in { $store }
rights-step-forget = Delete what Abide holds and destroy the person’s key
rights-step-tell = Tell the person and close
rights-step-answer = Collect everything and make the answer
rights-step-inform = Tell { $store } (GDPR Art. 19)
rights-step-state-waiting = waiting
rights-step-state-running = running
rights-step-state-retrying = failed, will be tried again
rights-step-state-done = done and verified
rights-step-state-by-hand = to be done by you
rights-informed = told on { $when }, { $means }
rights-means-email = by e-mail
rights-means-letter = by letter
rights-means-telephone = by telephone
rights-means-portal = through their own page
rights-means-not-possible = not possible, or out of proportion
rights-problem-tell = These recipients got data of this person: { $recipients }. Each has to be told of the erasure (GDPR Art. 19): after the run there is a step for each, which you tick. Until then the request stays open.
rights-problem-written =
    { $count ->
        [one] One row of the copy holds text that somebody wrote freely. It may name other people. Read it below before you release the copy, and withhold it where others’ rights stand against it (Art. 15(4)).
       *[other] { $count } rows of the copy hold text that somebody wrote freely. They may name other people. Read them below before you release the copy, and withhold those where others’ rights stand against it (Art. 15(4)).
    }
rights-written = Messages and notes are shown as they were written. They may name other people.
rights-problem-uncertain =
    { $count ->
        [one] { $table }, { $column }: one text may name this person, but others bear the same name. It is not changed; look at it by hand.
       *[other] { $table }, { $column }: { $count } texts may name this person, but others bear the same name. They are not changed; look at them by hand.
    }

rights-identifier-email = e-mail address
rights-identifier-phone = telephone number
rights-identifier-number = number
rights-match-exact = the same { $kind }
rights-match-case = the same { $kind } but for capital letters

rights-place-abide = Privacy centre
rights-place-store = Database { $store }
rights-place-read =
    { $count ->
        [0] { $place }: searched, nothing found.
        [one] { $place }: searched, { $count } entry found.
       *[other] { $place }: searched, { $count } entries found.
    }
rights-place-unreachable = { $place }: it cannot be reached right now, so we do not know what it holds. Look again later.
rights-place-needs-choice = { $place }: several entries share your address. Ask for a copy of your data; we check which are yours before we show anything.
rights-section-form = Form “{ $form }”
rights-origin-form = you gave it to us in a form
rights-origin-store = our database { $store }
rights-mentioned =
    { $count ->
        [one] { $count } entry of somebody else in { $table } points at you ({ $column }).
       *[other] { $count } entries of others in { $table } point at you ({ $column }).
    }
rights-withheld-other =
    { $count ->
        [one] { $columns }: in { $count } entry this is about somebody else and not shown (GDPR Art. 15(4)).
       *[other] { $columns }: in { $count } entries this is about somebody else and not shown (GDPR Art. 15(4)).
    }
rights-withheld-secret = { $columns }: stored, but shown to nobody, because it protects you.
rights-withheld-by-us =
    { $count ->
        [one] { $columns }: we withhold { $count } entry. { $ground }
       *[other] { $columns }: we withhold { $count } entries. { $ground }
    }
rights-ground-others-rights = It names other people, whose rights and freedoms it would affect (GDPR Art. 15(4)).
rights-ground-trade-secrets = It holds a trade secret (GDPR Art. 15(4), recital 63).
rights-receipt = Receipt: { $what }
rights-entry-accepted = You accepted a text
rights-entry-consent-given = You gave your consent
rights-entry-consent-refused = You refused consent
rights-entry-consent-withdrawn = You took your consent back
rights-entry-consent-expired = Your consent ran out
rights-entry-objection = You objected
rights-entry-objection-withdrawn = You took your objection back
rights-entry-recipient-opted-out = You excluded a recipient
rights-entry-recipient-opted-in = You allowed a recipient again
rights-entry-age-attested = You attested your age
rights-look-answer-request = to answer your request
rights-look-verify-identity = to find out who asks
rights-look-investigate-problem = to look into a complaint or an error
rights-look-legal-duty = because a court, an authority or a claim asks for it
