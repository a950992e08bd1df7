# Henvendelser fra personer: slag, tilstander, hva som skjer videre, planer og utfall.
rights-kind-access = Kopi av opplysningene dine
rights-kind-access-explained = Du får alt vi har om deg, hvorfor, hvor det kommer fra, hvem som har fått det og hvor lenge vi har det, som PDF til å lese og som filer til å bruke.
rights-kind-erasure = Sletting av opplysningene dine
rights-kind-erasure-explained = Vi sletter det vi har om deg. Det loven pålegger oss å beholde, blir til dagen kommer, og vi sier hva og hvorfor.
rights-kind-rectification = Retting av opplysningene dine
rights-kind-rectification-explained = Fortell oss hva som er galt eller mangler. Vi retter det, eller legger forklaringen din ved.
rights-kind-restriction = Stans i bruken av opplysningene dine
rights-kind-restriction-explained = Vi beholder opplysningene, men gjør ikke noe annet med dem, for eksempel mens vi undersøker om de er riktige.
rights-kind-portability = Opplysningene dine til å ta med
rights-kind-portability-explained = Du får det du har gitt oss, i et format en annen tjeneste kan lese.
rights-kind-objection = Protest
rights-kind-objection-explained = Du protesterer mot en bruk som bygger på vår interesse. Markedsføring stanser med en gang.
rights-kind-withdrawal = Trekke tilbake et samtykke
rights-kind-withdrawal-explained = Du trekker tilbake det du har sagt ja til. Fra da av gjør vi det ikke lenger.
rights-kind-complaint = Klage
rights-kind-complaint-explained = Fortell oss hva som gikk galt. Du kan også når som helst klage til tilsynsmyndigheten.
rights-kind-question = Spørsmål
rights-kind-question-explained = Spør om hva som helst som gjelder opplysningene dine.

rights-state-open = Mottatt
rights-state-planned = Under forberedelse
rights-state-running = Blir utført
rights-state-partly-done = Delvis utført
rights-state-done = Utført
rights-state-answered = Besvart
rights-state-refused = Avslått
rights-state-withdrawn = Trukket tilbake

rights-refusal-not-identified = Vi kunne ikke fastslå hvem som spør (personvernforordningen art. 12 nr. 2 og 6)
rights-refusal-excessive = Kravet er åpenbart grunnløst eller overdrevent (personvernforordningen art. 12 nr. 5)
rights-refusal-others-rights = Andres rettigheter står i veien (personvernforordningen art. 15 nr. 4 og 20 nr. 4)
rights-refusal-legal-obligation = En lov pålegger oss å beholde opplysningene eller ikke gi dem ut (personvernforordningen art. 17 nr. 3 bokstav b og art. 23)
rights-refusal-legal-claims = Vi trenger opplysningene for rettskrav (personvernforordningen art. 17 nr. 3 bokstav e)
rights-refusal-not-applicable = Ikke noe av det loven nevner for dette, gjelder her

rights-error-request-not-found = Det finnes ingen slik henvendelse her. Sjekk lenken, eller finn den i listen din.
rights-error-request-wrong-state = Det går ikke lenger: henvendelsen har kommet videre. Last siden på nytt for å se hvor den står.
rights-error-request-changed = Noen endret denne henvendelsen for et øyeblikk siden. Se på den igjen og gjenta det du ville gjøre.
rights-error-request-needs-choice = Flere oppføringer passer. Velg først hvilke av dem som er denne personen.
rights-error-request-needs-rehearsal = Prøv planen før du utfører den. Hvis den er prøvd: det som er lagret, har endret seg siden, så en ny plan er laget. Se på den og prøv den.
rights-error-request-others-open = Denne personen venter fortsatt på svar på en annen henvendelse. Svar på den først: etter slettingen kan den ikke besvares lenger.
rights-error-request-shared = Noen andre i Abide har den samme bekreftede adressen, og andre kjennetegn i tillegg. Finn ut hvem det er. Er det samme person, åpner du en sletting med det kjennetegnet også; da kan begge utføres.
rights-error-request-extension = Fristen kan forlenges én gang, og bare i løpet av den første måneden (personvernforordningen art. 12 nr. 3).
rights-error-request-told-first = Personen må få vite det før begrensningen oppheves (personvernforordningen art. 18 nr. 3). Gi beskjed først, og vent til dagen du nevnte.
rights-error-request-objection = En protest mot markedsføring går alltid foran (personvernforordningen art. 21 nr. 3).
rights-error-request-day = Den dagen har ikke kommet ennå. Skriv inn dagen da det ble gjort.
rights-error-request-needs-plan = Lag en plan først.
rights-error-answer-not-ready = Det finnes ikke noe svar ennå. Du får et brev så snart det er klart.
rights-error-answer-expired = Dette svaret er ikke tilgjengelig lenger: for din sikkerhet blir det bare oppbevart en kort tid. Be om en ny kopi; det koster ingenting.
rights-error-forbidden = Rollen din tillater ikke dette. Spør en kollega med rollen personvernansvarlig.
rights-error-text-length = Skriv mellom 1 og { $most } tegn.
rights-error-identifier-invalid =
    { $kind ->
        [email] Dette er ikke en e-postadresse. Se etter skrivefeil.
        [phone] Dette er ikke et telefonnummer. Begynn med landet, som i +47 22 00 00 00.
       *[number] Skriv nummeret slik det står i brevet eller hos dere.
    }
rights-error-store-failed = En av databasene våre svarte ikke. Ingenting er tapt: prøv igjen om noen minutter.
rights-error-internal = Noe gikk galt hos oss. Ingenting er tapt: prøv igjen om noen minutter.

rights-law-first-reply = Løftet vårt om et første svar
rights-event-received = Henvendelsen kom inn
rights-event-planned = En plan ble laget
rights-event-rehearsed = Planen ble prøvd
rights-event-not-delivered = Det siste brevet kunne ikke leveres
rights-event-replied = Vi svarte

rights-next-access = Vi samler opplysningene dine og skriver til deg når kopien er klar, senest { $due }. Har du ikke hørt noe innen da, kan du klage til { $authority }.
rights-next-erasure = Vi undersøker hva som kan slettes og hva loven pålegger oss å beholde, og sletter så. Du får et brev når det er gjort, senest { $due }. Har du ikke hørt noe innen da, kan du klage til { $authority }.
rights-next-by-hand = Noen leser henvendelsen din og svarer deg, senest { $due }. Har du ikke hørt noe innen da, kan du klage til { $authority }.
rights-next-state-running = Den blir utført akkurat nå. Du får et brev når den er ferdig, senest { $due }.
rights-next-state-partly-done = En del er gjort; ett sted har ikke svart ennå og blir prøvd igjen. Du får et brev når alt er ferdig, senest { $due }. Har du ikke hørt noe innen da, kan du klage til { $authority }.
rights-next-state-done = Denne henvendelsen er ferdig. Er du ikke enig i svaret, kan du klage til { $authority }.
rights-next-state-answered = Denne henvendelsen er besvart. Er du ikke enig i svaret, kan du klage til { $authority }.
rights-next-state-refused = Vi kunne ikke gjøre det du ba om; grunnen står nedenfor. Er du ikke enig, kan du klage til { $authority } eller gå til domstolene.
rights-next-state-withdrawn = Du har trukket denne henvendelsen tilbake. Du kan spørre igjen når som helst.
rights-next-informing = Forespørselen er besvart. De som har fått opplysningene dine fra oss, får også beskjed, senest { $due }. Er du ikke enig i svaret, kan du klage til { $authority }.
rights-objection-stands = Protesten din gjelder: vi bruker ikke lenger opplysningene dine til det du protesterte mot.
rights-objection-overridden = Vi fortsetter å bruke opplysningene dine til dette, fordi grunnene våre veier tyngre enn dine (personvernforordningen art. 21 nr. 1): { $purposes }.

rights-alert-answer-late = Svaret er for sent
rights-alert-answer-soon = Svaret må snart gis
rights-alert-reply-late = Det første svaret er for sent
rights-alert-reply-soon = Det første svaret må snart gis
rights-alert-partly-done = Delvis utført: et skritt venter
rights-alert-retrying = Et skritt mislyktes og blir prøvd igjen
rights-alert-inform =
    { $count ->
        [one] Én mottaker må fortsatt få beskjed (art. 19)
       *[other] { $count } mottakere må fortsatt få beskjed (art. 19)
    }

rights-outcome-deleted = slettet
rights-outcome-anonymised = anonymisert
rights-outcome-kept = beholdt
rights-outcome-copied = kopiert
rights-outcome-deleted-words = { $place }, { $table }: { $count } slettet
rights-outcome-anonymised-words = { $place }, { $table }: { $count } gjort anonyme
rights-outcome-kept-words = { $place }, { $table }: { $count } beholdt. { $ground }. { $until }
rights-outcome-copied-words = { $place }, { $table }: { $count } kopiert
rights-outcome-until = Til { $until }
rights-outcome-until-range = Den første til { $first }, den siste til { $last }
rights-outcome-stays = Om deg står fortsatt: { $columns }
rights-outcome-removed = Tatt ut av dem: { $columns }
rights-until-range = første { $first }, siste { $last }
rights-until-open = slutten av tiden da krav kan oppstå
rights-table-unlinked = { $table } (andres oppføringer som viste til deg)
rights-table-redacted = { $table } (navnet ditt i fri tekst)
rights-own-records = Det som ble gitt gjennom skjemaer
rights-own-identifiers = Bekreftede adresser og numre
rights-own-links = Koblinger til andre databaser
rights-own-packages = Ferdige svar
rights-remains = { $what }: { $ground }. Til { $until }.
rights-remains-evidence = Loggen over hva som er avtalt, spurt om og gjort, uten innhold og uten adressen din
rights-remains-evidence-ground = for å kunne bevise det (personvernforordningen art. 5 nr. 2 og art. 17 nr. 3 bokstav e)
rights-remains-tombstone = Et merke om at slettingen har skjedd, som ikke nevner noen
rights-remains-tombstone-ground = slik at ingen sikkerhetskopi henter opplysningene tilbake (personvernforordningen art. 32)
rights-remains-suppression = Et nøkkelbeskyttet merke for de bekreftede adressene dine, som ingen kan lese dem ut av
rights-remains-suppression-ground = slik at ingen import eller liste henter deg tilbake; du kan selv komme tilbake når som helst (personvernforordningen art. 6 nr. 1 bokstav f, 17 nr. 1 og 21 nr. 3)
rights-remains-key = Nøkkelen din i sikkerhetskopier av nøklene
rights-remains-key-ground = slettet her; kopiene kan ikke lenger åpnes etter { $days } dager (personvernforordningen art. 17 og 32)
rights-report-done = Slettet eller gjort anonymt:
rights-report-nothing-found = Vi fant ikke noe som kunne slettes.
rights-report-stays = Hva som blir, hvorfor, og hvor lenge:
rights-report-nothing-stays = Vi har ikke noe om deg lenger.
rights-report-told = Vi gir også beskjed til dem som har fått opplysningene dine fra oss, slik at de også sletter dem: { $recipients }.

rights-step-publish = Offentliggjøre merket om slettingen
rights-step-erase = Slette i { $store }
rights-step-forget = Slette det Abide har, og ødelegge nøkkelen til personen
rights-step-tell = Gi personen beskjed og lukke
rights-step-answer = Samle alt og lage svaret
rights-step-inform = Gi beskjed til { $store } (personvernforordningen art. 19)
rights-step-state-waiting = venter
rights-step-state-running = pågår
rights-step-state-retrying = mislyktes, blir prøvd igjen
rights-step-state-done = utført og kontrollert
rights-step-state-by-hand = må gjøres av dere
rights-informed = fikk beskjed { $when }, { $means }
rights-means-email = på e-post
rights-means-letter = i brev
rights-means-telephone = på telefon
rights-means-portal = gjennom deres egen side
rights-means-not-possible = ikke mulig, eller uforholdsmessig
rights-problem-tell = Disse mottakerne har fått opplysninger om personen: { $recipients }. Hver av dem må få beskjed om slettingen (personvernforordningen art. 19): etter utføringen er det et skritt for hver, som dere krysser av. Til da er henvendelsen åpen.
rights-problem-written =
    { $count ->
        [one] Én rad i kopien har tekst som noen har skrevet fritt. Den kan nevne andre. Les den nedenfor før du gir ut kopien, og hold den tilbake der andres rettigheter står imot (art. 15 nr. 4).
       *[other] { $count } rader i kopien har tekst som noen har skrevet fritt. De kan nevne andre. Les dem nedenfor før du gir ut kopien, og hold tilbake dem der andres rettigheter står imot (art. 15 nr. 4).
    }
rights-written = Meldinger og notater vises slik de ble skrevet. De kan nevne andre.
rights-problem-uncertain =
    { $count ->
        [one] { $table }, { $column }: én tekst kan nevne denne personen, men andre har samme navn. Den blir ikke endret; se på den for hånd.
       *[other] { $table }, { $column }: { $count } tekster kan nevne denne personen, men andre har samme navn. De blir ikke endret; se på dem for hånd.
    }

rights-identifier-email = e-postadresse
rights-identifier-phone = telefonnummer
rights-identifier-number = nummer
rights-match-exact = samme { $kind }
rights-match-case = samme { $kind } bortsett fra store bokstaver

rights-place-abide = Personvernsenteret
rights-place-store = Databasen { $store }
rights-place-read =
    { $count ->
        [0] { $place }: gjennomsøkt, ingenting funnet.
        [one] { $place }: gjennomsøkt, { $count } oppføring funnet.
       *[other] { $place }: gjennomsøkt, { $count } oppføringer funnet.
    }
rights-place-unreachable = { $place }: kan ikke nås akkurat nå, så vi vet ikke hva som står der. Se igjen senere.
rights-place-needs-choice = { $place }: flere oppføringer deler adressen din. Be om en kopi av opplysningene dine; vi undersøker hvilke som er dine, før vi viser noe.
rights-section-form = Skjemaet «{ $form }»
rights-origin-form = du ga oss det i et skjema
rights-origin-store = databasen vår { $store }
rights-mentioned =
    { $count ->
        [one] { $count } oppføring om en annen i { $table } viser til deg ({ $column }).
       *[other] { $count } oppføringer om andre i { $table } viser til deg ({ $column }).
    }
rights-withheld-other =
    { $count ->
        [one] { $columns }: i { $count } oppføring gjelder dette en annen og blir ikke vist (personvernforordningen art. 15 nr. 4).
       *[other] { $columns }: i { $count } oppføringer gjelder dette en annen og blir ikke vist (personvernforordningen art. 15 nr. 4).
    }
rights-withheld-secret = { $columns }: lagret, men blir ikke vist til noen, fordi det beskytter deg.
rights-withheld-by-us =
    { $count ->
        [one] { $columns }: vi holder tilbake { $count } oppføring. { $ground }
       *[other] { $columns }: vi holder tilbake { $count } oppføringer. { $ground }
    }
rights-ground-others-rights = Den nevner andre personer, og det ville gå ut over deres rettigheter og friheter (personvernforordningen art. 15 nr. 4).
rights-ground-trade-secrets = Den inneholder en forretningshemmelighet (personvernforordningen art. 15 nr. 4, fortalepunkt 63).
rights-receipt = Kvittering: { $what }
rights-entry-accepted = Du godtok en tekst
rights-entry-consent-given = Du ga samtykke
rights-entry-consent-refused = Du avslo samtykke
rights-entry-consent-withdrawn = Du trakk samtykket tilbake
rights-entry-consent-expired = Samtykket ditt løp ut
rights-entry-objection = Du protesterte
rights-entry-objection-withdrawn = Du trakk protesten tilbake
rights-entry-recipient-opted-out = Du utelukket en mottaker
rights-entry-recipient-opted-in = Du tillot en mottaker igjen
rights-entry-age-attested = Du bekreftet alderen din
rights-look-answer-request = for å svare på henvendelsen din
rights-look-verify-identity = for å finne ut hvem som spør
rights-look-investigate-problem = for å undersøke en klage eller en feil
rights-look-legal-duty = fordi en domstol, en myndighet eller et krav gjør det nødvendig
