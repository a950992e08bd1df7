# The frame of every page, the landing page, the policy page, forms, receipts, faults. `nb/web.ftl` says the same.
web-skip = Skip to the content
web-navigation = Main navigation
web-crumbs = You are here
web-language = Language
web-sign-out = Sign out
web-cancel = Back without asking for anything
web-nav-policy = Privacy policy
web-nav-privacy = Your data
web-nav-verify = Check a receipt
web-demo-label = Demonstration
web-demo = This is a demonstration with invented people. Mail is not sent; it appears here:
web-demo-mailbox = the demo’s mailbox

web-landing-title = { $name } and your data
web-landing-lede = What { $name } does with personal data, in plain words, and what you can ask for. You need no account.
web-landing-policy = What is collected, why, for how long and who gets it. Version of { $version }.
web-landing-privacy = See what is held about you, get a copy, or have it erased.
web-landing-verify = Anything you agreed to here leaves a receipt. Check it yourself, without asking us.

web-policy-contents = Contents
web-policy-other-forms = To keep or print
web-policy-pdf = PDF
web-policy-markdown = Markdown
web-policy-hash = Fingerprint of this version

web-form-why = Why we ask for this, and how long we keep it
web-form-purpose = What for
web-form-basis = Legal basis
web-form-kept = Kept
web-form-recipients = Who gets it
web-form-nobody = Nobody else
web-form-accept = Before you send
web-form-consents = Your choice
web-form-consents-hint = You may leave these empty. Everything works without them, and you can change your mind at any time.
web-form-read = Read: { $document }
web-form-send = Send
web-problems =
    { $count ->
        [one] There is one thing to put right
       *[other] There are { $count } things to put right
    }

web-receipt-keep = Keep it
web-receipt-keep-text = Print this page or save the file. The file proves what you gave and what you agreed to, even if we are gone.
web-receipt-json = Save the receipt (JSON)
web-receipt-verify = How to check it
web-receipt-thanks = Thank you. It has arrived.
web-receipt-thanks-text = This is your receipt. This page can be opened for half an hour from here; later you find it under “Your data”.

web-verify-lede = A receipt shows what you gave, what you agreed to and when. You can check it on your own computer, without the Internet and without trusting us.
web-verify-how = How to check a receipt
web-verify-step-1 = Save the receipt as a file (“Save the receipt (JSON)” on its page).
web-verify-step-2 = Run the free program “abide” on it, with our key:
web-verify-step-3 = The program says in one sentence whether the receipt is genuine, and shows what it proves.
web-verify-what = What the check proves
web-verify-what-1 = That the receipt was written into our log at the time it names, and has not been changed since, by anybody, including us.
web-verify-what-2 = That the log it stands in is the one we signed. Only hashes are public: nobody can read from the log who you are or what you gave.
web-verify-key = Our public key
web-verify-key-text = Write it down or save it elsewhere: whoever has it can check receipts without asking us.
web-verify-log = The log itself
web-verify-log-text = For programs and witnesses: the latest signed state of the log, and its tiles in the format C2SP tlog-tiles.
web-verify-checkpoint = Latest signed checkpoint
web-verify-key-file = The key as a file

web-clock-open = On time · { $when }
web-clock-soon = Due soon · { $when }
web-clock-late = Late · { $when }
web-clock-met = Met on { $when }; it was due by { $due }
web-clock-met-late = Met late, on { $when }; it was due by { $due }
web-clock-due = due { $when }

web-outcome-place = Where
web-outcome-table = What
web-outcome-rows = Entries
web-outcome-outcome = What happens
web-outcome-ground = Why
web-outcome-until = Until
web-outcome-counted = { $counted } of { $rows }
web-outcome-masked = Made unreadable: { $columns }
web-remains-what = What
web-remains-event = Until that ends

web-mailbox-title = Demo mailbox
web-mailbox-lede = In the demonstration no mail leaves this machine. What would have been sent stands here, newest first.
web-mailbox-subject = Subject
web-mailbox-to = To
web-mailbox-when = When
web-mailbox-empty = No mail yet. It appears here when you send a form or ask for your link.
web-demo-staff-title = Open the console
web-demo-staff-lede = This link signs you in as a privacy lead of the demonstration. It works once and exists in the demonstration only.
web-demo-staff-button = Sign in to the console

web-fault-to-start = To the start page
web-fault-to-console = To the console
web-fault-reference = If you write to us about this, mention: { $code }, { $id }.
web-fault-request-title = That is not possible right now
web-fault-request-next = Go back, look at the request again, and repeat what still makes sense.
web-fault-forbidden-title = Your role does not reach this far
web-fault-forbidden-what = This page needs the role “{ $role }”.
web-fault-forbidden-next = Ask a privacy lead to give you the role, or to do it for you.
web-fault-not-found-title = There is nothing here
web-fault-not-found-what = The address is wrong, or what stood here is not for you or has been removed.
web-fault-not-found-next = Check the address. If you followed a link from a mail, ask for a new link on the page “Your data”.
web-fault-cross-site-title = This form came from another site
web-fault-cross-site-what = Your browser says that the form was sent from another website, so we did nothing with it. That protects you.
web-fault-cross-site-next = Open the page here and send the form again.
web-fault-method-title = This page cannot be used that way
web-fault-method-what = The address exists, but not for what was sent to it.
web-fault-method-next = Start again from the start page.
web-fault-too-large-title = That was too much at once
web-fault-too-large-what = A form may hold 256 kilobytes; yours is larger, so we did not take it. Nothing was stored.
web-fault-too-large-next = Go back, shorten the text, and send it again. Please do not paste pictures or files.
web-fault-not-a-form-title = We could not read that
web-fault-not-a-form-what = What was sent is not a web form. Nothing was stored.
web-fault-not-a-form-next = Open the form here and send it from your browser.
web-fault-not-text-title = Some characters could not be read
web-fault-not-text-what = The form contains characters that are not valid text (UTF-8). We do not guess what you meant, so nothing was stored.
web-fault-not-text-next = Go back, type the text again instead of pasting it, and send it once more.
web-fault-twice-title = A field came twice
web-fault-twice-what = The form holds the same field twice, and we cannot know which one you mean. Nothing was stored.
web-fault-twice-next = Open the form again and send it once more.
web-fault-too-many-title = That was a lot in a short time
web-fault-too-many-what = To keep machines from guessing and from flooding mailboxes, we take only so many in a quarter of an hour to an hour.
web-fault-too-many-next = Wait a while and try again. What you asked for before is not lost.
web-fault-changed-title = Somebody else was first
web-fault-changed-what = This was changed while you looked at it, so we did nothing.
web-fault-changed-next = Go back, look at it again, and repeat what still makes sense.
web-fault-needs-purpose-title = Why do you look?
web-fault-needs-purpose-what = This page shows personal data, and was asked for without saying why.
web-fault-needs-purpose-next = Open the request from the list and choose why you look.
web-fault-erased-title = This was erased
web-fault-erased-what = The person it belonged to was erased. What it said cannot be read by anybody any more.
web-fault-erased-next = Nothing needs to be done.
web-fault-stale-title = This link is no longer good
web-fault-stale-what = It was used, or its time is over.
web-fault-stale-next = Start the demonstration again for a new one, or sign in with your account.
web-fault-slow-title = That took too long
web-fault-slow-what = After half a minute without a whole answer we stop waiting. What you sent is either wholly stored or not at all.
web-fault-slow-next = Look first whether it has arrived (a letter, or your requests under “Your data”). If not, send it again, perhaps over a better connection.
web-fault-unavailable-title = We cannot answer for the moment
web-fault-unavailable-what = A part of the system does not answer. Nothing is lost, and what you sent is either wholly stored or not at all.
web-fault-unavailable-next = Try again in a few minutes. The time limits for your request run on as before.
web-fault-internal-title = That was our mistake
web-fault-internal-what = Something went wrong on our side. It has been noted, without your data.
web-fault-internal-next = Try again. If it happens again, write to us and mention the words below.
