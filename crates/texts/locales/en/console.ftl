# The console: what staff work with. `nb/console.ftl` says the same.
console-nav-today = Today
console-nav-requests = Requests
console-nav-people = People
console-nav-policy = Policy
console-nav-health = Ledger
console-role-none = no role
console-role-developer = developer
console-role-support = support
console-role-privacy-lead = privacy lead
console-email = E-mail address
console-password = Password
console-name = Your name
console-name-hint = As colleagues know you. It stands beside what you do here.
console-code = Code from your authenticator app
console-code-hint = Six digits.
console-code-wrong = The code does not fit. Take the one your app shows now; a code works once.
console-sign-in-title = Sign in
console-sign-in-button = Sign in
console-sign-in-not = You are not signed in
console-sign-in-wrong = The address, the password or the code is wrong. Take the code that your app shows now.
console-sign-in-lost = Lost your phone or password? A privacy lead of your team can give you a new account; if nobody can sign in, start “abide serve” on the server and follow what it prints.
console-setup-title = Create the first account
console-setup-lede = This account is for the person who looks after privacy. Colleagues come later, each with an account of their own.
console-setup-password-hint = Four or more unrelated words are strong and easy to keep in mind.
console-setup-weak = This password would be guessed too quickly.
console-setup-name-wrong = Please give a name of 1 to 100 characters.
console-setup-button = Go on
console-setup-over-title = This link is no longer good
console-setup-over-lede = It was used, or an hour has passed. If there is no account yet, start “abide serve” again: it prints a new link.
console-setup-code-title = Add a second factor
console-setup-code-lede = Scan this picture with an authenticator app on your phone, then type the six digits that it shows.
console-setup-code-hand = Cannot scan? Type this key into the app:
console-setup-code-button = Confirm and sign in
console-welcome = Your account is ready
console-welcome-recovery = Keep the key of your authenticator app in a safe place: with it you can set up a new phone.
console-welcome-next = Requests of people appear here with their time limits. You find the policy and the ledger in the menu.
console-today-open = open requests
console-today-soon = due soon
console-today-late = late
console-today-urgent = Due soon or late
console-today-empty = Nothing is late and nothing is due soon.
console-requests-show = Which requests
console-requests-open = Open
console-requests-urgent = Due soon or late
console-requests-closed = Closed
console-requests-reply = First reply
console-requests-alerts = To look at
console-requests-empty = No requests here. They appear when a person asks on the page “Your data”, or when you enter one that came by telephone or letter.
console-requests-enter = Enter a request
console-clock-answer = Answer
console-clock-reply = First reply
console-gate-title = Look at the person behind it
console-gate-text = The next page shows personal data. Your look is written into the ledger with its reason, and the person can see it.
console-gate-button = Continue
console-purpose-question = Why do you look?
console-purpose-missing = Choose why you look. It is written down with your look.
console-purpose-answer-request = To answer a request of this person
console-purpose-verify-identity = To find out who it is, before answering
console-purpose-investigate-problem = To look into a complaint or an error
console-purpose-legal-duty = Because a court, an authority or a claim asks for it
console-looking = Your look is written down: { $purpose }
console-request-who = Who asks
console-request-nobody = Nothing of the person can be read any more: they were erased.
console-request-verified = (verified)
console-message-staff = We
console-message-person = The person
console-choose-title = Which of these are the person?
console-choose-text = Several entries may be this person. Tick those that are; leave the others. Nothing is shown or erased before you have chosen.
console-choose-button = These are the person
console-candidate-by = Found by { $by }
console-plan-title = Plan
console-plan-none = The plan shows, table by table, what will happen before anything does.
console-plan-button = Draw the plan
console-plan-again = Draw it again
console-plan-drawn = Drawn { $when }.
console-plan-rehearsed = Rehearsed { $when }; nothing was changed.
console-plan-problems = Look at this first
console-plan-node =
    { $count ->
        [one] { $table }: { $count } entry
       *[other] { $table }: { $count } entries
    }
console-plan-rows =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
console-plan-until = , until { $when }
console-plan-until-latest = , until { $when } at the latest
console-plan-table = The same as a table, with the reasons
console-rehearse-button = Rehearse
console-run-title = Carry it out
console-run-irreversible = This cannot be undone
console-run-danger = What the plan marks as deleted is deleted in the company’s databases and here, and the person’s keys are destroyed. Nobody can bring it back. What must be kept stays and is listed in the answer.
console-run-type = Type { $reference } to confirm
console-run-mistyped = That is not the reference. Type { $reference }, as it stands at the top of the page.
console-run-erase = Erase now
console-run-access-text = Gathers everything held about the person into one file and tells them that it is ready. Nothing is changed.
console-run-access = Make the answer
console-steps-title = Steps
console-step-attempts =
    { $count ->
        [one] Begun once
       *[other] Begun { $count } times
    }
console-step-next = Tried again { $when }
console-progress-steps = { $done } of { $all } steps done and verified
console-progress-again = This page looks again every two seconds. You may leave it; the work goes on.
console-progress-back = To the request
console-answer-title = Answer
console-answer-made = Made { $when }. The person can fetch it until { $until }.
console-reply-title = Write to the person
console-reply-label = Message
console-reply-button = Send the message
console-close-title = Close as answered by hand
console-close-label = What the person is told
console-close-button = Close the request
console-refuse-title = Refuse
console-refuse-ground = Ground
console-refuse-choose = Choose a ground
console-refuse-reason = Reasons, as the person reads them
console-refuse-button = Refuse the request
console-said-chosen = Your choice is noted.
console-said-planned = The plan is drawn. Nothing has changed anywhere.
console-said-rehearsed = Rehearsed. The numbers are what really would happen; nothing was changed.
console-said-replied = The message is on its way.
console-said-closed = The request is closed and the person is told.
console-said-refused = The request is refused; the person is told why and where to complain.
console-people-lede = Look for a person by something that was verified as theirs. First say why.
console-people-by = By
console-people-value = Which
console-people-value-missing = Please fill in by what and whom you look for.
console-people-button = Look
console-people-nobody = Nobody here has that
console-people-nobody-text = Only verified identifiers find anybody. Somebody who is only in the company’s databases is found once you enter a request for them.
console-by-email = E-mail address
console-by-phone = Telephone number
console-by-number = Number: { $of }
console-person-title = A person
console-person-agreed = What they agreed to
console-person-agreed-none = They have not agreed to anything here.
console-person-who = Who got their data
console-person-nobody = Nobody outside has been given their data through this system.
console-enter-title = Enter a request
console-enter-lede = For what reaches you by telephone, by letter or at the counter. The time limits run from today.
console-enter-link = Enter a request for somebody
console-enter-verified = I have checked that this is theirs
console-enter-verified-hint = For example by calling back on a known number, or by a document. Only what is verified is searched for.
console-enter-verified-missing = Tick this once you have checked it. Without it somebody could ask for another person’s data.
console-enter-what = What do they ask for?
console-enter-lang = Language of the answer
console-enter-detail = What they asked, in their words
console-enter-button = Enter the request
console-policy-version = Version
console-policy-stores = Connected stores
console-policy-no-stores = none
console-policy-read = Read it as people do
console-policy-purposes = Purposes
console-policy-fields = Fields
console-policy-forms = Collected by
console-policy-change = The policy is changed in its file. “abide check” shows what is wrong with it, “abide serve” puts the new version in force.
console-health-all = Everything is signed and published
console-health-behind =
    { $count ->
        [one] One entry waits to be published
       *[other] { $count } entries wait to be published
    }
console-health-size = Entries
console-health-published = Published
console-health-root = Root
console-health-checkpoint = Last checkpoint
console-health-text = Signed and published outside the database. Whoever keeps a copy can prove later that nothing before it was changed.
console-health-none = None yet: the first one is published about a second after the first entry.
console-kind-access = Access (Art. 15)
console-kind-erasure = Erasure (Art. 17)
console-kind-rectification = Rectification (Art. 16)
console-kind-restriction = Restriction (Art. 18)
console-kind-portability = Portability (Art. 20)
console-kind-objection = Objection (Art. 21)
console-kind-withdrawal = Withdrawal of a consent (Art. 7(3))
console-kind-complaint = Complaint
console-kind-question = Question
console-undelivered =
    { $count ->
        [one] One letter could not be delivered
       *[other] { $count } letters could not be delivered
    }
console-undelivered-since = Not tried any more. The first was given up on { $when }. Whoever it was for was not told: reach them another way.
console-letter-sign-in-link = Sign-in links
console-letter-collected = Receipts of forms
console-letter-request-received = Confirmations of requests
console-letter-request-reply = Replies to requests
console-letter-answer-ready = Answers that are ready
console-letter-erased = Last letters of erasures
console-letter-request-refused = Refusals
