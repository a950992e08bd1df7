# The privacy centre: a person's own pages. `nb/centre.ftl` says the same.
centre-ask-title = Your data
centre-ask-lede = Type your e-mail address. We send you a link that opens your own page: what we have about you, who got it, what you agreed to, and what you can ask for.
centre-ask-email = E-mail address
centre-ask-email-hint = The one you used with us, if you have used one.
centre-ask-button = Send me a link
centre-ask-not-an-address = That does not look like an e-mail address. It needs an @ and a domain, such as kari@firma.no.
centre-ask-over = You are signed out
centre-ask-over-text = For your safety a page like this closes after two hours. Ask for a new link and go on.
centre-ask-erased = Your data has been erased
centre-ask-erased-text = You asked for it, and it is done; the page you had open went with it. The last letter to your address says what was deleted, what stays, why and until when, and leads to the receipt.
centre-ask-erased-next = Nothing more needs to be done. If you sign in with this address again, you begin anew.
centre-ask-other = Without e-mail
centre-ask-other-email = You can also write to { $name } at { $email }. You have the same rights and the same time limits.
centre-ask-other-staff = You can also ask { $name } by letter, by telephone or in person. You have the same rights and the same time limits.
centre-asked-title = Look in your mailbox
centre-asked-lede = If the address is right, a mail with a link is on its way. It is good for half an hour and works once.
centre-asked-next = Open the link in the mail and press the button on the page it leads to.
centre-asked-none = Nothing after a few minutes? Look among unwanted mail, and check that you typed the address you meant. We answer the same for every address, so that nobody can find out here who is our customer.
centre-asked-again = Ask for a new link
centre-link-title = Open your page
centre-link-lede = Press the button to open your own page.
centre-link-button = Open my page
centre-link-why = We ask for this press because programs that check mail follow links by themselves. Nothing has happened yet, and the link stays good until you press.
centre-dead-title = This link does not open
centre-home-title = What we have about you
centre-home-lede = Shown for { $known }, as of { $when }.
centre-home-ask = Ask for something
centre-home-requests =
    { $count ->
        [one] Your request
       *[other] Your { $count } requests
    }
centre-home-silent = What it holds is not shown below. That does not mean that it holds nothing.
centre-home-nothing = We hold nothing about you.
centre-home-no-data = We found no data under this address. What you agreed to and what you asked for stands below.
centre-home-more =
    { $count ->
        [one] One more entry is not shown here. Ask for a copy to get everything.
       *[other] { $count } more entries are not shown here. Ask for a copy to get everything.
    }
centre-home-withheld = about somebody else, not shown
centre-home-secret = held, shown to nobody
centre-home-why = Why do you have this?
centre-home-kept-for = Kept for: { $purposes }.
centre-home-overdue =
    { $count ->
        [one] One entry is past its time: it could be kept until { $since }. It is due for deletion; if you ask for deletion, it goes with it.
       *[other] { $count } entries are past their time: the first could be kept until { $since }. They are due for deletion; if you ask for deletion, they go with it.
    }
centre-home-who = Who got your data
centre-home-nobody = Nobody outside has been given data about you through this system.
centre-home-recipient = Who
centre-home-what = What
centre-home-when = When
centre-home-looks = Who of us looked
centre-home-looks-none = None of our staff has looked at your data here. Each look is written down with its reason.
centre-home-agreed = What you agreed to
centre-home-agreed-none = You have not agreed to anything here yet.
centre-home-what-happened = What
centre-home-wording = In these words
centre-home-version = Version
centre-home-receipts = Your receipts
centre-new-title = Ask for something
centre-new-lede = It costs nothing, and you do not have to say why.
centre-new-what = What would you like?
centre-new-choose = Choose what you would like.
centre-new-detail = Anything we should know
centre-new-detail-hint = For a correction, a complaint or a question: what it is about. Else, for example, which data. Please do not write about other people.
centre-new-long = That is longer than { $most } characters. Please shorten it.
centre-new-next = What happens next
centre-new-next-text = You get a mail that confirms your request, with a reference. We answer within one month at the latest. You can follow every step on your page.
centre-new-button = Send the request
centre-new-open = You have asked for this already
centre-new-open-text = Your request { $reference } of { $when } is still open, so we have not opened a second one.
centre-new-open-link = See request { $reference }
centre-new-another = Open another one all the same
centre-new-another-hint = For example because it is about other data. Both are answered.
centre-complain = If we do not answer in time or you are not content with the answer, you can complain to { $authority }.
centre-requests-title = Your requests
centre-requests-what = What
centre-requests-reference = Reference
centre-requests-received = Received
centre-requests-state = Where it stands
centre-requests-due = Answer due
centre-requests-empty = You have not asked for anything yet. When you do, you can follow it here.
centre-request-opened = Your request has arrived
centre-request-opened-text = Keep the reference if you want to write or call about it. A mail confirms it.
centre-request-already = You have asked for this already
centre-request-already-text = This is the request you made before. There is no need for a second one.
centre-request-answer = Your answer
centre-request-answer-text = One file (ZIP, { $size } kB): a PDF to read, and the same data as JSON and CSV to use elsewhere.
centre-request-answer-until = You can fetch it until { $when }.
centre-request-answer-over = The answer can no longer be fetched here. Ask for a new copy at any time.
centre-request-answer-ended = It ended { $when }.
centre-request-download = Download the answer
centre-request-outcome = What was done
centre-request-outcome-text = Each line was checked afterwards by asking the database again. What is kept says why and until when.
centre-request-kept = What stays, and why
centre-request-detail = What was written
centre-request-messages = Messages
centre-request-you = You
centre-request-wrote = { $who }, { $when }
centre-request-timeline = What happened
centre-request-withdraw = Take the request back

# What each purpose may do now: one sentence for each reason of the gate.
centre-home-uses = What we may use your data for now
centre-home-use = Purpose
centre-home-state = Now
centre-home-withdraw = Take it back
centre-home-waiting = Waiting for your yes
centre-home-waiting-text = Somebody sent us a form with your address and ticked this on { $when }. It counts only if you say so:
centre-home-waiting-yes = Yes, I agree
centre-home-waiting-no = No
centre-home-queued = Was this you?
centre-home-queued-text = While our database was being restored somebody gave your address on { $when } and asked for: { $kind }. It counts only if you say so.
centre-home-queued-yes = Yes, it was me
centre-home-queued-no = No, it was not me
standing-consent = You agreed. You can take it back at any time.
standing-contract = Needed for the contract with you.
standing-legal-obligation = The law says we must.
standing-vital-interests = To protect somebody’s life.
standing-public-task = A task in the public interest.
standing-legitimate-interest = Our interest. You can object.
standing-purpose-not-declared = Not used: our policy no longer has this purpose.
standing-subject-unknown = Not used.
standing-erased = Not used: your data has been erased.
standing-restricted = Stopped: you asked us to keep your data and do nothing else with it.
standing-not-stated-at-collection = Not used: you were not told of it when you gave the data.
standing-no-consent = Not used: you have not agreed.
standing-consent-refused = Not used: you said no.
standing-consent-withdrawn = Stopped: you took your consent back.
standing-consent-expired = Stopped: your consent ran out.
standing-objected = Stopped: you objected.
standing-marketing-objected = Stopped: you objected to marketing.
standing-recipient-not-declared = Not given to them: our policy does not name them.
standing-field-not-for-recipient = Not given to them.
standing-recipient-opted-out = Not given to them: you said no.
standing-field-not-declared = Not used for this.
standing-retention-over = Not used: the time for keeping it is over.
standing-not-instructed = Not used: the customer whose data it is has not asked for it.
standing-channel-not-declared = You are not contacted this way for this.
standing-channel-refused = You are not contacted this way: you said no.
standing-channel-not-permitted = You are not contacted this way: you have not agreed to it.
standing-signalled = Stopped: your browser asks us not to.
standing-too-young = Not used: you said that you are younger than our policy asks.
standing-transfer-unsafe = Not given to them: the protection of your data there is not assured.
standing-stale = Not used right now: we could not check your latest choices.
standing-clock-behind = Not used right now: our clock is wrong.
standing-ask-the-ledger = Not used right now: we could not check your latest choices.
