# Hosted forms: what stands around the fields, and what is said when something is missing.
form-box-accept = I have read and accept { $document }
form-box-policy = the privacy policy of { $controller }, version of { $version }
form-read-policy = the privacy policy
form-box-agreement = { $agreement }
form-box-consent = I agree that { $controller } uses my data for this: “{ $purpose }”.

form-problem-missing = Please fill in “{ $label }”.
form-problem-email = “{ $label }” does not look like an e-mail address. It needs a name, an @ and a domain, such as kari@firma.no.
form-problem-phone = “{ $label }” does not look like a telephone number. Use digits, with the country code if it is not a Norwegian number, such as +46 70 123 45 67.
form-problem-date = “{ $label }” is not a date. Write it as year-month-day, such as 2026-11-21.
form-problem-number = “{ $label }” must be a number.
form-problem-long =
    “{ $label }” is too long: { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }, where { $most } fit. Please shorten it.
form-problem-lines = “{ $label }” must be on one line.
form-problem-control = “{ $label }” contains characters that cannot be stored. Please type it again without pasting.
form-problem-twice = “{ $label }” was sent twice, so we do not know which one counts. Please check it and send the form again.
form-problem-unknown = The form does not ask for “{ $field }”, so we do not store it and have stored nothing. Reload the page and send the form again.
form-problem-not-accepted = Please tick this box. Without it we cannot take the form over.
form-problem-box-unknown = The form has no box “{ $field }”. Reload the page and send the form again.
form-problem-token-missing = The form arrived without its safety mark. Nothing is lost: check your entries below and send it again.
form-problem-token-old = The page had been open for very long, or the policy has changed since. Nothing is lost: check your entries and the boxes below and send it again.
form-problem-token-wrong = The safety mark of the form was damaged on the way. Nothing is lost: check your entries below and send it again.
