# What is on the ledger, in words; what the doctor finds; consents entered by staff.

doctor-leaf-missing = Entry { $entry } is missing: the ledger has a gap there ({ $place }).
doctor-leaf-changed = The leaf of entry { $entry } was changed ({ $place }): it no longer has the hash it was signed under.
doctor-tile-missing = A full tile of the tree is missing: { $place }.
doctor-tile-changed = A full tile of the tree was changed: { $place }.
doctor-head-changed = The ledger’s head does not fit its entries ({ $place }).
doctor-checkpoint-changed = A checkpoint is damaged or was not signed by this ledger: { $place }.
doctor-fork = The first { $entry } entries are not those of a checkpoint that was signed ({ $place }): the ledger tells two stories.
doctor-behind = A checkpoint was signed over { $entry } entries, and the database ends before ({ $place }): it was restored from an older backup.
doctor-published-missing = A file of the published ledger is missing: { $place }.
doctor-published-changed = A file of the published ledger was changed: { $place }.
doctor-facts-changed = What entry { $entry } says was changed ({ $place }): its leaf commits to something else.
doctor-facts-unreadable = What entry { $entry } says cannot be read ({ $place }).
doctor-facts-nobody = Entry { $entry } names somebody who is not known here ({ $place }).
doctor-key-missing = The evidence key of the person of entry { $entry } is gone, and they were not erased ({ $place }).
doctor-key-changed = The leaf of entry { $entry } commits to another key than the person’s ({ $place }).
doctor-body-changed = The sealed words of entry { $entry } were changed ({ $place }).
doctor-body-missing = The sealed words of entry { $entry } are missing, and its facts are there ({ $place }).
doctor-astray = A row hangs in the air: { $place } names entry { $entry }, which it does not fit.
doctor-standing-differs = What is stored of a person differs from what the ledger says ({ $place }).
doctor-standing-nobody = Something is stored of somebody who is not here, or not any more ({ $place }).
doctor-policy-unknown = Something is recorded under a policy that is not in the archive: { $place }.
doctor-policy-changed = An archived policy is not the one that was published: { $place }.
doctor-drift-form = Data is stored from a form that the policy in force no longer has: { $place }.
doctor-drift-purpose = Data is stored for a purpose that the policy in force no longer has: { $place }.
doctor-clock-back = The clock went back before entry { $entry }, to { $place }.
doctor-do-tampered = Somebody or something changed what must not change. Keep a copy of the database and the published ledger as they are, find out who could write to them, and restore from a backup made before.
doctor-do-restore = Stop the server and restore the database from the newest backup; then look again.
doctor-do-behind = Nothing is signed meanwhile. Bring the newest database back, or what happened since is lost.
doctor-do-published = Find out who could write to the published ledger. The database still has what was there: move the file away, and restore the folder from a copy.
doctor-do-keys = Restore the key database from a backup that is not older than its keys may be.
doctor-do-rebuild = Run `abide rebuild`: it is made anew from the ledger. If it comes back, somebody writes to the table.
doctor-do-policy = Find the file of that version and publish it again under its own date, or restore the database.
doctor-do-drift = Declare it in the policy again, or delete what is stored: nobody can say what it is still kept for.
doctor-do-clock = Check the server’s time (NTP). The order of the entries does not depend on it.

consent-purpose-unknown = Choose a purpose of the policy.
consent-purpose-other-basis = This purpose does not rest on consent: there is nothing to agree to.
consent-method-browsing = Going on browsing is no consent (Art. 4(11)).
consent-method-undeclared = The policy does not let this consent be given in this way.
consent-witness-missing = Write who heard the spoken consent.
consent-wording-missing = Write the words in which it was asked.
consent-surface-missing = Say where it was given, for example “telephone”.
consent-too-long = This is longer than 4,000 characters: shorten it.
consent-given-later = It cannot have been given in the future.
consent-later-word = They have said something about this since then. What was said last counts.
consent-expires-past = It would have ended already.

evidence-kind-policy-published = A version of the policy was published
evidence-kind-accepted = Accepted a text
evidence-kind-consent-asked = Was asked for consent
evidence-kind-consent-given = Gave consent
evidence-kind-consent-refused = Refused consent
evidence-kind-consent-withdrawn = Took consent back
evidence-kind-consent-expired = The consent ran out
evidence-kind-objection = Objected
evidence-kind-objection-withdrawn = Took the objection back
evidence-kind-objection-overridden = The objection was weighed and did not prevail
evidence-kind-restriction-set = The use of the data was restricted
evidence-kind-restriction-lifted = The restriction ended
evidence-kind-signal = The browser sent a signal
evidence-kind-recipient-opted-out = Refused a recipient
evidence-kind-recipient-opted-in = Allowed a recipient again
evidence-kind-age-attested = An age was attested
evidence-kind-age-refused = The age was not attested, or too low
evidence-kind-identifier-verified = Showed that an address or number is theirs
evidence-kind-enrolled = Came in by enrolment
evidence-kind-record-collected = Gave data
evidence-kind-record-corrected = Data was corrected
evidence-kind-record-deleted = A record was deleted
evidence-kind-anchor-moved = The day a period counts from moved
evidence-kind-disclosed = Data was given to a recipient
evidence-kind-instruction = An instruction was given to a processor
evidence-kind-grant-given = A right was given to somebody
evidence-kind-grant-revoked = A right was taken back
evidence-kind-staff-invited = A member of staff was invited
evidence-kind-staff-closed = A staff account was closed
evidence-kind-viewed-by-staff = Staff looked at the data
evidence-kind-request-opened = Made a request
evidence-kind-request-replied = The first reply went out
evidence-kind-request-identified = The requester was identified
evidence-kind-request-planned = The request was planned and rehearsed
evidence-kind-request-started = The request was started
evidence-kind-request-step-verified = A step was carried out and verified
evidence-kind-request-step-failed = A step could not be carried out
evidence-kind-request-verified = Every step was verified
evidence-kind-request-partly-done = The request was done in part
evidence-kind-request-extended = The time for the answer was extended
evidence-kind-request-refused = The request was refused
evidence-kind-request-withdrawn = Took the request back
evidence-kind-request-expired = The requester was not identified in time
evidence-kind-request-answered = The answer was given
evidence-kind-answer-fetched = The answer was fetched
evidence-kind-recipients-told = The recipients were told
evidence-kind-request-closed = The request was closed
evidence-kind-notice-sent = A notice was sent
evidence-kind-retention-applied = A period was over and was applied
evidence-kind-hold-set = Data must be kept despite its period
evidence-kind-hold-lifted = That hold ended
evidence-kind-suppressed = Must not come back by import
evidence-kind-subject-erased = Was erased
evidence-kind-breach = A breach became known, or its handling moved on
evidence-kind-attested = Somebody attested that a promise is kept
evidence-kind-restored = The database was restored and brought up to date

evidence-by-person = the person
evidence-by-abide = this system
evidence-by-staff = staff
evidence-by-operator = who runs the server
evidence-by-api = the company’s own system
evidence-now = { $purpose }: { $says }
evidence-wording = In these words: “{ $words }”
evidence-method = { $method }, { $surface }
evidence-method-form = at a form
evidence-method-written = in writing
evidence-method-verbal = by word of mouth
evidence-method-banner = at the banner
evidence-method-browsing = by going on browsing
evidence-method-before = known from before
evidence-witness = Heard by { $name }
evidence-entry = Entry { $index }

evidence-readme =
    Evidence of { $controller }, put together for { $authority }.

    What is here
    - timeline.csv: every entry about the person, in plain words, with what it allowed or denied from then on.
    - receipts/: each entry with its sealed words, the key that opens them, and the proof that it is in the ledger.
    - policies/: every version of the policy that was published; its file name is its SHA-256, which entries cite.
    - key.txt: the public key of the ledger. Compare it with { $url } or a print you have: { $key }
    - SHA256SUMS: the hash of every file above.
    - package.json: the receipt of this package. Its content names who it was made for and the hash of SHA256SUMS.

    How to verify it, without asking { $controller }
    1. sha256sum --check SHA256SUMS
    2. abide verify package.json --key "$(cat key.txt)"
    3. sha256sum SHA256SUMS — the same as "sha256sums" in what step 2 shows.
    4. abide verify receipts/<file> --key "$(cat key.txt)" for each entry that matters.
    The format is public (docs/ledger-format.md of Abide): any other implementation verifies it as well.

    What it proves: that these entries stood in the ledger, unchanged, when the checkpoint in each receipt was signed.
    What it does not prove: that what was recorded is true, or that nothing else happened.
