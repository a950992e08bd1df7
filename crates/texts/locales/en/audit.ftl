# What an audit found: counts and names of declarations, never a person's data.
audit-verdict-kept = Kept
audit-verdict-broken = Broken
audit-verdict-not-yet-kept = Not yet kept
audit-mechanism-enforced = enforced
audit-mechanism-shown = shown
audit-mechanism-attested = attested
audit-not-yet = Nothing in this version does this yet.
audit-purpose-limit = The gate denied every other use, and allowed the declared one, for { $count } { $count ->
    [one] purpose
   *[other] purposes
  }.
audit-later-purpose = The gate denied a purpose that was not stated, for data of { $count } { $count ->
    [one] purpose
   *[other] purposes
  }.
audit-consent-needed = The gate denied without consent and after withdrawal, and allowed with it, for { $count } { $count ->
    [one] purpose
   *[other] purposes
  }.
audit-withdrawal = The gate denied after withdrawal, for { $count } { $count ->
    [one] purpose
   *[other] purposes
  }.
audit-objection-stops = The gate denied after an objection, for { $count } { $count ->
    [one] purpose
   *[other] purposes
  }.
audit-marketing-objection = The gate denied after an objection to marketing, for { $count } { $count ->
    [one] purpose
   *[other] purposes
  }.
audit-restriction = The gate denied while restricted, for { $count } { $count ->
    [one] purpose
   *[other] purposes
  }.
audit-recipient-limit = The gate denied what was not declared, for { $count } { $count ->
    [one] pair
   *[other] pairs
  } of purpose and recipient.
audit-bulk-limit = Of more people than declared, nothing goes to anyone not declared for it, and the privacy leads are told; attempts in thirty days: { $count }.
audit-bulk-nobody = Bulk is refused, but no privacy lead has an account who would be told of an attempt.
audit-bulk-let-through = Many people’s data can go to a recipient that “{ $purpose }” does not share with, or nobody is told of it.
audit-bulk-declared = A recipient that “{ $purpose }” shares with is refused as if it were not declared.
audit-bulk-untold = Attempts that no privacy lead was told of: { $count }.
audit-bulk-channel = The policy promises alerts by “{ $channel }”, and there is no such way here; name e-mail.
audit-disclosure-grounds = Without a declared ground, authority, reference, statute and the approval of others, nothing was let out; with them it was. Given out so far: { $count }.
audit-demand-ground = A demand on a ground that the policy does not have is let through ({ $ground }).
audit-demand-shut = A demand with everything it needs is refused ({ $ground }).
audit-demand-bare = A demand that does not name what it must name is let through ({ $ground }).
audit-demand-own-eyes = A demand is let through with too few approvals, or with that of whoever asked ({ $ground }).
audit-demand-unproven = Given out without the approvals that are needed, or without their entry: { $count }.
audit-transfer-safeguard = By the law of today, { $count } { $count ->
    [one] recipient is
   *[other] recipients are
  } in the European Economic Area or under a safeguard in force.
audit-staff-views = Accounts without a role for people were refused.
audit-declared-only = A field that is not declared was refused by { $count } { $count ->
    [one] form
   *[other] forms
  }.
audit-special-refused = None of { $count } { $count ->
    [one] field
   *[other] fields
  } is of a special category.
audit-acceptance-needed = Sending without the acceptance was refused by { $count } { $count ->
    [one] form
   *[other] forms
  }.
audit-consent-unticked = The boxes of consent are empty and not needed in { $count } { $count ->
    [one] form
   *[other] forms
  }.
audit-form-ready = Nothing was collected here yet; the ledger stands at { $size } entries.
audit-form-waits = What was last collected waits for the next checkpoint.
audit-form-proven = What was last collected is proven by the checkpoint over { $size } entries.
audit-answer-clock = { $count } { $count ->
    [one] request is
   *[other] requests are
  } open, none past its day.
audit-reply-clock = { $count } { $count ->
    [one] request is
   *[other] requests are
  } open, none waits too long for a first reply.
audit-access = { $count } { $count ->
    [one] request for access was
   *[other] requests for access were
  } carried out, each step verified.
audit-erasure = { $count } { $count ->
    [one] erasure was
   *[other] erasures were
  } carried out, each step verified.
audit-archive = { $count } { $count ->
    [one] version is
   *[other] versions are
  } in the archive, unchanged.
audit-evidence = Of { $count } erased people, nobody is remembered longer than told.
audit-keys-die = { $count } { $count ->
    [one] day's key is
   *[other] days' keys are
  } held, none older than { $days } days.
audit-passwords = A made-up password was stored as Argon2id only.
audit-transport-local = The pages are reached on this machine only.
audit-transport-https = The pages are reached by https.
audit-shown = { $count } { $count ->
    [one] text was
   *[other] texts were
  } found in the published policy, in every language.
audit-attested = { $count } { $count ->
    [one] confirmation is
   *[other] confirmations are
  } younger than the interval.
audit-documents = { $count } { $count ->
    [one] document is
   *[other] documents are
  } younger than the interval.
audit-gate-denies-proper = The gate denies the declared use for “{ $purpose }”.
audit-gate-undeclared = The gate allows the undeclared purpose “{ $purpose }”.
audit-gate-other-field = The gate allows data that “{ $purpose }” does not use.
audit-gate-not-stated = The gate allows “{ $purpose }” for data collected for something else.
audit-gate-no-consent = The gate allows “{ $purpose }” without consent.
audit-gate-withdrawn = The gate allows “{ $purpose }” after the consent was withdrawn.
audit-gate-objected = The gate allows “{ $purpose }” after an objection.
audit-gate-marketing = The gate allows “{ $purpose }” after an objection to marketing.
audit-gate-restricted = The gate allows “{ $purpose }” while processing is restricted.
audit-gate-recipient-field = The gate gives a recipient data it is not declared for, for “{ $purpose }”.
audit-gate-stranger = The gate gives an undeclared recipient data, for “{ $purpose }”.
audit-transfer-unsafe = { $recipient } is in { $country }, and no safeguard in force today covers that; agree on another, or stop the transfer.
audit-role-sees = The role “{ $role }” reaches people's data.
audit-form-takes-undeclared = The form “{ $form }” takes a field that is not declared.
audit-special-declared = The field “{ $field }” is of a special category.
audit-form-without-acceptance = The form “{ $form }” can be sent without its acceptance.
audit-consent-ticked = The form “{ $form }” has a box of consent that is ticked or needed.
audit-record-bare = What was last collected carries no purpose or no policy version.
audit-leaf-gone = The ledger's leaf of what was last collected is gone.
audit-proof-wrong = The ledger does not prove what was last collected.
audit-requests-late = { $count } { $count ->
    [one] request is
   *[other] requests are
  } past its day; answer today and say why.
audit-clock-wrong = A request of today would be due later than the law allows.
audit-replies-late = { $count } { $count ->
    [one] person waits
   *[other] people wait
  } too long for a first reply.
audit-done-unproven = { $count } { $count ->
    [one] request is
   *[other] requests are
  } shown as done with a step that is not verified.
audit-version-missing = The version in force is not in the archive.
audit-version-changed = { $count } { $count ->
    [one] version
   *[other] versions
  } in the archive no longer hash to their names.
audit-evidence-old = { $count } erased { $count ->
    [one] person is
   *[other] people are
  } remembered longer than told.
audit-keys-old = { $count } { $count ->
    [one] day's key is
   *[other] days' keys are
  } older than { $days } days; see why the hourly round did not destroy them.
audit-password-plain = A password was stored in a form that can be read.
audit-transport-plain = The pages are reached without encryption.
audit-not-shown = The published policy ({ $lang }) does not say what stands at { $place }.
audit-never-attested = “{ $name }” was never confirmed.
audit-attestation-old = “{ $name }” was to be confirmed by { $due }.
audit-document-old = The document “{ $name }” was to be reviewed by { $due }.
audit-access-none = Nobody has asked for their data here yet; what was never done is not proven.
audit-erasure-none = Nothing was erased here yet; what was never done is not proven.
audit-document-assumed = The document “{ $name }” is only assumed: nobody has named it and its day.
