# Letters: for each one a subject, the reason it was sent, the text, the one action, and what else to know.
mail-sender-line = From { $controller }
mail-link-plain = { $action }: { $link }
mail-policy-line = How { $controller } handles personal data:
mail-no-reply-needed = This is a service message. It carries no advertising and no tracking.

mail-sign-in-link-subject = Your link to your data at { $controller }
mail-sign-in-link-because = You get this because somebody entered this address on the privacy page of { $controller }.
mail-sign-in-link-text = Open the link below and press the button there to see what is held about you, and to ask for it or have it deleted. The link works once, for { $minutes } minutes.
mail-sign-in-link-action = Open my data
mail-sign-in-link-after = If that was not you, there is nothing to do: without this link nobody sees anything, and the link ends by itself.

mail-collected-subject = Your receipt: { $title }
mail-collected-because = You get this because you sent the form “{ $title }” to { $controller } with this address.
mail-collected-text = We have received it. Your receipt shows exactly what you agreed to, in which words, and what the data may be used for. Keep it if you like: it can be checked without us.
mail-collected-action = See my receipt
mail-collected-waits = You ticked a box that asks for your consent. It counts once you say so yourself: enter this address at { $centre }, open the link we send, and press “Yes, I agree” there.
mail-collected-after = { $waits }The link shows the receipt for { $days } days. After that, or to see and delete what is held about you, enter this address at { $centre }. If you did not send the form, tell us there.

mail-request-received-subject = We have your request { $reference }
mail-request-received-because = You get this because you asked { $controller } about your personal data.
mail-request-received-text = Your request ({ $kind }) arrived on { $received }. You get the answer by { $due } at the latest.
mail-request-received-action = Follow my request
mail-request-received-after = If the answer does not come in time, you may complain to { $authority }.

mail-request-reply-subject = About your request { $reference }
mail-request-reply-because = You get this because you asked { $controller } about your personal data.
mail-request-reply-text = { $message }
mail-request-reply-action = Open my request
mail-request-reply-after = Your request is due on { $due }.

mail-answer-ready-subject = The answer to your request { $reference } is ready
mail-answer-ready-because = You get this because you asked { $controller } about your personal data.
mail-answer-ready-text = The answer to your request ({ $kind }) is ready. Sign in with this address to read and download it, until { $until }.
mail-answer-ready-action = Get my answer
mail-answer-ready-after = The answer is not in this letter, so that nobody can read it on the way. If you do not agree with it, you may complain to { $authority }.

mail-erased-subject = Your data at { $controller } has been erased: { $reference }
mail-erased-because = You get this because you asked { $controller } to erase your personal data. It is the last letter to this address about it.
mail-erased-text = We have erased your data and looked again afterwards to be sure. { $kept }
mail-erased-action = Get the receipt of the erasure
mail-erased-after = If you do not agree, you may complain to { $authority }.

mail-request-refused-subject = The answer to your request { $reference }
mail-request-refused-because = You get this because you asked { $controller } about your personal data.
mail-request-refused-text = We cannot do what you asked. The reason: { $reason }
mail-request-refused-action = Open my request
mail-request-refused-after = If you do not agree, you may complain to { $authority } or go to court.

mail-staff-invited-subject = Your staff account for personal data at { $controller }
mail-staff-invited-because = You get this because { $inviter } gave this address to look after personal data at { $controller }.
mail-staff-invited-text = You are to have an account with the role “{ $role }”. Open the link below, choose a password and add an authenticator app on your phone. The link works once, for { $days } days.
mail-staff-invited-action = Set up my account
mail-staff-invited-after = What you look at and do there is written down under your name. If you do not know what this is about, do nothing: without you the account stays closed.

mail-request-extended-subject = We need more time for your request { $reference }
mail-request-extended-because = You get this because you asked { $controller } about your personal data.
mail-request-extended-text = The answer to your request ({ $kind }) takes longer than a month. You get it by { $due } at the latest. The reason: { $reason }
mail-request-extended-action = Open my request
mail-request-extended-after = The law lets us take two further months for difficult requests, if we say so within the first (GDPR Art. 12(3)). If you do not agree, you may complain to { $authority } or go to court.

mail-restriction-ends-subject = From { $until } we use your data again: { $reference }
mail-restriction-ends-because = You get this because you asked { $controller } about your personal data.
mail-restriction-ends-text = You asked us to keep your data and do nothing else with it. That ends on { $until }. The reason: { $reason }
mail-restriction-ends-action = Open my request
mail-restriction-ends-after = Until then nothing changes (GDPR Art. 18(3)). If you do not agree, answer us on the page of your request; you may also complain to { $authority } or go to court.

mail-doctor-subject = The ledger of { $service }: something is not as it should be
mail-doctor-because = You get this because you are a privacy lead of { $controller }.
mail-doctor-text = The regular look at the ledger found { $count } things that must be looked into. The first: { $first }
mail-doctor-action = See all of it
mail-doctor-after = You get this letter once for the same findings. Until they are put right, the page of the ledger shows them.

mail-bulk-subject = Refused: data of many people for { $recipient }
mail-bulk-because = You get this because you are a privacy lead of { $controller }.
mail-bulk-text = Today data of { $count } people was asked for { $recipient }, which the policy does not name for it. Nothing was given. Find out which program or command asked, and why.
mail-bulk-action = See the attempts
mail-bulk-after = You get this letter once a day for the same recipient. Take back the program’s access if you do not know it.

mail-queued-subject = We have what you sent us: { $kind }
mail-queued-because = You get this because this address was given on { $when } on our page, while our database was being restored.
mail-queued-text = You sent us: { $kind }. Everything works again. Open the page, sign in with this address ({ $email }), and say there that it was you: then what you sent is taken up as of { $when }.
mail-queued-action = Say that it was me
mail-queued-after = If you did not send it, do nothing: after thirty days it is gone.
