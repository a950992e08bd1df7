# What is on the ledger, in words; what the doctor finds; consents entered by staff.

doctor-leaf-missing = Oppføring { $entry } mangler: hovedboken har et hull der ({ $place }).
doctor-leaf-changed = Bladet til oppføring { $entry } er endret ({ $place }): det har ikke lenger summen det ble signert med.
doctor-tile-missing = En full flis av treet mangler: { $place }.
doctor-tile-changed = En full flis av treet er endret: { $place }.
doctor-head-changed = Hodet til hovedboken passer ikke til oppføringene ({ $place }).
doctor-checkpoint-changed = Et kontrollpunkt er skadet eller ble ikke signert av denne hovedboken: { $place }.
doctor-fork = De første { $entry } oppføringene er ikke de som et signert kontrollpunkt gjelder ({ $place }): hovedboken forteller to historier.
doctor-behind = Et kontrollpunkt ble signert over { $entry } oppføringer, og databasen slutter før det ({ $place }): den er gjenopprettet fra en eldre sikkerhetskopi.
doctor-published-missing = En fil i den publiserte hovedboken mangler: { $place }.
doctor-published-changed = En fil i den publiserte hovedboken er endret: { $place }.
doctor-facts-changed = Det oppføring { $entry } sier, er endret ({ $place }): bladet er bundet til noe annet.
doctor-facts-unreadable = Det oppføring { $entry } sier, kan ikke leses ({ $place }).
doctor-facts-nobody = Oppføring { $entry } nevner noen som ikke er kjent her ({ $place }).
doctor-key-missing = Bevisnøkkelen til personen i oppføring { $entry } er borte, og personen er ikke slettet ({ $place }).
doctor-key-changed = Bladet til oppføring { $entry } er bundet til en annen nøkkel enn personens ({ $place }).
doctor-body-changed = De forseglede ordene i oppføring { $entry } er endret ({ $place }).
doctor-body-missing = De forseglede ordene i oppføring { $entry } mangler, mens fakta er der ({ $place }).
doctor-astray = En rad henger i luften: { $place } nevner oppføring { $entry }, som den ikke passer til.
doctor-standing-differs = Det som er lagret om en person, er et annet enn det hovedboken sier ({ $place }).
doctor-standing-nobody = Noe er lagret om noen som ikke er her, eller ikke lenger ({ $place }).
doctor-policy-unknown = Noe er registrert under en erklæring som ikke er i arkivet: { $place }.
doctor-policy-changed = En arkivert erklæring er ikke den som ble publisert: { $place }.
doctor-drift-form = Det er lagret opplysninger fra et skjema som den gjeldende erklæringen ikke lenger har: { $place }.
doctor-drift-purpose = Det er lagret opplysninger for et formål som den gjeldende erklæringen ikke lenger har: { $place }.
doctor-clock-back = Klokken gikk tilbake før oppføring { $entry }, til { $place }.
doctor-do-tampered = Noen eller noe har endret det som ikke skal endres. Ta vare på en kopi av databasen og den publiserte hovedboken slik de er, finn ut hvem som kunne skrive til dem, og gjenopprett fra en sikkerhetskopi tatt før endringen.
doctor-do-restore = Stopp serveren og gjenopprett databasen fra den nyeste sikkerhetskopien; se så etter på nytt.
doctor-do-behind = Imens signeres ingenting. Hent tilbake den nyeste databasen, ellers er det som har skjedd siden, tapt.
doctor-do-published = Finn ut hvem som kunne skrive til den publiserte hovedboken. Databasen har fortsatt det som sto der: flytt filen bort, og gjenopprett mappen fra en kopi.
doctor-do-keys = Gjenopprett nøkkeldatabasen fra en sikkerhetskopi som ikke er eldre enn nøklene kan være.
doctor-do-rebuild = Kjør `abide rebuild`: det lages på nytt fra hovedboken. Kommer det tilbake, skriver noen til tabellen.
doctor-do-policy = Finn filen for den versjonen og publiser den på nytt under sin egen dato, eller gjenopprett databasen.
doctor-do-drift = Ta det inn i erklæringen igjen, eller slett det som er lagret: ingen kan si hva det fortsatt lagres for.
doctor-do-clock = Kontroller serverens klokke (NTP). Rekkefølgen på oppføringene avhenger ikke av den.

consent-purpose-unknown = Velg et formål i erklæringen.
consent-purpose-other-basis = Dette formålet bygger ikke på samtykke: det er ingenting å samtykke til.
consent-method-browsing = Å surfe videre er ikke noe samtykke (art. 4 nr. 11).
consent-method-undeclared = Erklæringen tillater ikke at dette samtykket gis på denne måten.
consent-witness-missing = Skriv hvem som hørte det muntlige samtykket.
consent-wording-missing = Skriv ordene det ble spurt med.
consent-surface-missing = Si hvor det ble gitt, for eksempel «telefon».
consent-too-long = Dette er lengre enn 4000 tegn: kort det ned.
consent-given-later = Det kan ikke være gitt i fremtiden.
consent-later-word = Personen har sagt noe om dette etterpå. Det siste gjelder.
consent-expires-past = Det ville allerede ha utløpt.

evidence-kind-policy-published = En versjon av erklæringen ble publisert
evidence-kind-accepted = Godtok en tekst
evidence-kind-consent-asked = Ble spurt om samtykke
evidence-kind-consent-given = Ga samtykke
evidence-kind-consent-refused = Avslo samtykke
evidence-kind-consent-withdrawn = Trakk samtykket tilbake
evidence-kind-consent-expired = Samtykket utløp
evidence-kind-objection = Protesterte
evidence-kind-objection-withdrawn = Trakk protesten tilbake
evidence-kind-objection-overridden = Protesten ble vurdert og førte ikke frem
evidence-kind-restriction-set = Bruken av opplysningene ble begrenset
evidence-kind-restriction-lifted = Begrensningen opphørte
evidence-kind-signal = Nettleseren sendte et signal
evidence-kind-recipient-opted-out = Avviste en mottaker
evidence-kind-recipient-opted-in = Tillot en mottaker igjen
evidence-kind-age-attested = En alder ble bekreftet
evidence-kind-age-refused = Alderen ble ikke bekreftet, eller var for lav
evidence-kind-identifier-verified = Viste at en adresse eller et nummer er deres
evidence-kind-enrolled = Kom inn ved innlesing
evidence-kind-record-collected = Ga opplysninger
evidence-kind-record-corrected = Opplysninger ble rettet
evidence-kind-record-deleted = En post ble slettet
evidence-kind-anchor-moved = Dagen en frist regnes fra, ble flyttet
evidence-kind-disclosed = Opplysninger ble gitt til en mottaker
evidence-kind-instruction = En databehandler fikk en instruks
evidence-kind-grant-given = Noen fikk en rettighet
evidence-kind-grant-revoked = En rettighet ble trukket tilbake
evidence-kind-staff-invited = En ansatt ble invitert
evidence-kind-staff-closed = En ansattkonto ble stengt
evidence-kind-viewed-by-staff = Ansatte så på opplysningene
evidence-kind-request-opened = Sendte en forespørsel
evidence-kind-request-replied = Det første svaret ble sendt
evidence-kind-request-identified = Den som spurte, ble identifisert
evidence-kind-request-planned = Forespørselen ble planlagt og prøvd
evidence-kind-request-started = Arbeidet med forespørselen begynte
evidence-kind-request-step-verified = Et trinn ble utført og kontrollert
evidence-kind-request-step-failed = Et trinn kunne ikke utføres
evidence-kind-request-verified = Alle trinn ble kontrollert
evidence-kind-request-partly-done = Forespørselen ble delvis utført
evidence-kind-request-extended = Fristen for svaret ble forlenget
evidence-kind-request-refused = Forespørselen ble avslått
evidence-kind-request-withdrawn = Trakk forespørselen tilbake
evidence-kind-request-expired = Den som spurte, ble ikke identifisert i tide
evidence-kind-request-answered = Svaret ble gitt
evidence-kind-answer-fetched = Svaret ble hentet
evidence-kind-recipients-told = Mottakerne fikk beskjed
evidence-kind-request-closed = Forespørselen ble avsluttet
evidence-kind-notice-sent = Et varsel ble sendt
evidence-kind-retention-applied = En frist var ute og ble fulgt
evidence-kind-hold-set = Opplysninger må beholdes tross fristen
evidence-kind-hold-lifted = Dette pålegget opphørte
evidence-kind-suppressed = Skal ikke komme tilbake ved import
evidence-kind-subject-erased = Ble slettet
evidence-kind-breach = Et brudd ble kjent, eller behandlingen gikk videre
evidence-kind-attested = Noen bekreftet at et løfte holdes
evidence-kind-restored = Databasen ble gjenopprettet og oppdatert

evidence-by-person = personen
evidence-by-abide = dette systemet
evidence-by-staff = en ansatt
evidence-by-operator = den som driver serveren
evidence-by-api = virksomhetens eget system
evidence-now = { $purpose }: { $says }
evidence-wording = Med disse ordene: «{ $words }»
evidence-method = { $method }, { $surface }
evidence-method-form = i et skjema
evidence-method-written = skriftlig
evidence-method-verbal = muntlig
evidence-method-banner = i banneret
evidence-method-browsing = ved å surfe videre
evidence-method-before = kjent fra før
evidence-witness = Hørt av { $name }
evidence-entry = Oppføring { $index }

evidence-readme =
    Bevis fra { $controller }, satt sammen for { $authority }.

    Innhold
    - timeline.csv: hver oppføring om personen, i klare ord, med hva den tillot eller nektet fra da av.
    - receipts/: hver oppføring med de forseglede ordene, nøkkelen som åpner dem, og beviset på at den står i hovedboken.
    - policies/: hver versjon av erklæringen som ble publisert; filnavnet er dens SHA-256, som oppføringene viser til.
    - key.txt: hovedbokens offentlige nøkkel. Sammenlign den med { $url } eller en utskrift du har: { $key }
    - SHA256SUMS: summen av hver fil over.
    - package.json: kvitteringen for denne pakken. Innholdet sier hvem den er laget for, og summen av SHA256SUMS.

    Slik kontrolleres den, uten å spørre { $controller }
    1. sha256sum --check SHA256SUMS
    2. abide verify package.json --key "$(cat key.txt)"
    3. sha256sum SHA256SUMS — den samme som «sha256sums» i det trinn 2 viser.
    4. abide verify receipts/<fil> --key "$(cat key.txt)" for hver oppføring det gjelder.
    Formatet er offentlig (docs/ledger-format.md i Abide): enhver annen implementasjon kan også kontrollere det.

    Hva det beviser: at disse oppføringene sto i hovedboken, uendret, da kontrollpunktet i hver kvittering ble signert.
    Hva det ikke beviser: at det som ble registrert, er sant, eller at ikke noe annet har skjedd.
