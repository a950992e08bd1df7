# Personvernsenteret: personens egne sider. Sier det samme som `en/centre.ftl`.
centre-ask-title = Dine opplysninger
centre-ask-lede = Skriv e-postadressen din. Vi sender deg en lenke som åpner din egen side: hva vi har om deg, hvem som har fått det, hva du har godtatt, og hva du kan be om.
centre-ask-email = E-postadresse
centre-ask-email-hint = Den du har brukt hos oss, hvis du har brukt en.
centre-ask-button = Send meg en lenke
centre-ask-not-an-address = Dette ser ikke ut som en e-postadresse. Den må ha en @ og et domene, for eksempel kari@firma.no.
centre-ask-over = Du er logget ut
centre-ask-over-text = For sikkerhets skyld lukkes en slik side etter to timer. Be om en ny lenke og fortsett.
centre-ask-erased = Opplysningene dine er slettet
centre-ask-erased-text = Du ba om det, og det er gjort; siden du hadde åpen, forsvant samtidig. Det siste brevet til adressen din sier hva som er slettet, hva som blir, hvorfor og til når, og har lenken til kvitteringen.
centre-ask-erased-next = Du trenger ikke å gjøre noe mer. Logger du inn med denne adressen igjen, begynner du på nytt.
centre-ask-other = Uten e-post
centre-ask-other-email = Du kan også skrive til { $name } på { $email }. Du har de samme rettighetene og de samme fristene.
centre-ask-other-staff = Du kan også spørre { $name } i brev, på telefon eller ved oppmøte. Du har de samme rettighetene og de samme fristene.
centre-asked-title = Se i postkassen din
centre-asked-lede = Hvis adressen er riktig, er en e-post med en lenke på vei. Den gjelder i en halv time og virker én gang.
centre-asked-next = Åpne lenken i e-posten og trykk på knappen på siden den fører til.
centre-asked-none = Ingenting etter noen minutter? Se i søppelposten, og sjekk at du skrev den adressen du mente. Vi svarer det samme for alle adresser, slik at ingen kan finne ut her hvem som er kunde hos oss.
centre-asked-again = Be om en ny lenke
centre-link-title = Åpne siden din
centre-link-lede = Trykk på knappen for å åpne din egen side.
centre-link-button = Åpne siden min
centre-link-why = Vi ber om dette trykket fordi programmer som kontrollerer e-post, følger lenker av seg selv. Ingenting har skjedd ennå, og lenken gjelder til du trykker.
centre-dead-title = Lenken lar seg ikke åpne
centre-home-title = Hva vi har om deg
centre-home-lede = Vist for { $known }, per { $when }.
centre-home-ask = Be om noe
centre-home-requests =
    { $count ->
        [one] Forespørselen din
       *[other] Dine { $count } forespørsler
    }
centre-home-silent = Hva som finnes der, vises ikke nedenfor. Det betyr ikke at det ikke finnes noe.
centre-home-nothing = Vi har ingenting om deg.
centre-home-no-data = Vi fant ingen opplysninger under denne adressen. Det du har godtatt og bedt om, står nedenfor.
centre-home-more =
    { $count ->
        [one] Én oppføring til vises ikke her. Be om en kopi for å få alt.
       *[other] { $count } oppføringer til vises ikke her. Be om en kopi for å få alt.
    }
centre-home-withheld = om noen andre, vises ikke
centre-home-secret = finnes, vises ikke til noen
centre-home-why = Hvorfor har dere dette?
centre-home-kept-for = Oppbevares for: { $purposes }.
centre-home-overdue =
    { $count ->
        [one] Én oppføring har stått for lenge: den kunne oppbevares til { $since }. Den skal slettes; ber du om sletting, blir den med.
       *[other] { $count } oppføringer har stått for lenge: den første kunne oppbevares til { $since }. De skal slettes; ber du om sletting, blir de med.
    }
centre-home-who = Hvem som har fått opplysningene dine
centre-home-nobody = Ingen utenfor har fått opplysninger om deg gjennom dette systemet.
centre-home-recipient = Hvem
centre-home-what = Hva
centre-home-when = Når
centre-home-looks = Hvem av oss som har sett på dem
centre-home-looks-none = Ingen av våre ansatte har sett på opplysningene dine her. Hver gang blir skrevet ned, med grunnen.
centre-home-agreed = Hva du har godtatt
centre-home-agreed-none = Du har ikke godtatt noe her ennå.
centre-home-what-happened = Hva
centre-home-wording = Med disse ordene
centre-home-version = Versjon
centre-home-receipts = Kvitteringene dine
centre-new-title = Be om noe
centre-new-lede = Det koster ingenting, og du trenger ikke å si hvorfor.
centre-new-what = Hva ønsker du?
centre-new-choose = Velg hva du ønsker.
centre-new-detail = Noe vi bør vite
centre-new-detail-hint = Ved retting, klage eller spørsmål: hva det gjelder. Ellers for eksempel hvilke opplysninger. Ikke skriv om andre mennesker.
centre-new-long = Det er lengre enn { $most } tegn. Gjør det kortere.
centre-new-next = Hva som skjer videre
centre-new-next-text = Du får en e-post som bekrefter forespørselen, med en referanse. Vi svarer senest innen én måned. Du kan følge hvert skritt på siden din.
centre-new-button = Send forespørselen
centre-new-open = Dette har du allerede bedt om
centre-new-open-text = Forespørselen { $reference } fra { $when } er fortsatt åpen, så vi har ikke åpnet en til.
centre-new-open-link = Se forespørsel { $reference }
centre-new-another = Åpne en til likevel
centre-new-another-hint = For eksempel fordi den gjelder andre opplysninger. Begge blir besvart.
centre-complain = Hvis vi ikke svarer i tide, eller du ikke er fornøyd med svaret, kan du klage til { $authority }.
centre-requests-title = Dine forespørsler
centre-requests-what = Hva
centre-requests-reference = Referanse
centre-requests-received = Mottatt
centre-requests-state = Hvor det står
centre-requests-due = Svarfrist
centre-requests-empty = Du har ikke bedt om noe ennå. Når du gjør det, kan du følge det her.
centre-request-opened = Forespørselen er kommet fram
centre-request-opened-text = Ta vare på referansen hvis du vil skrive eller ringe om den. En e-post bekrefter den.
centre-request-already = Dette har du allerede bedt om
centre-request-already-text = Dette er forespørselen du sendte før. Det trengs ikke en til.
centre-request-answer = Svaret ditt
centre-request-answer-text = Én fil (ZIP, { $size } kB): en PDF til å lese, og de samme opplysningene som JSON og CSV til bruk andre steder.
centre-request-answer-until = Du kan hente det til { $when }.
centre-request-answer-over = Svaret kan ikke lenger hentes her. Be om en ny kopi når som helst.
centre-request-answer-ended = Det utløp { $when }.
centre-request-download = Last ned svaret
centre-request-outcome = Hva som ble gjort
centre-request-outcome-text = Hver linje ble kontrollert etterpå ved å spørre databasen en gang til. For det som beholdes, står det hvorfor og til når.
centre-request-kept = Hva som blir igjen, og hvorfor
centre-request-detail = Hva som ble skrevet
centre-request-messages = Meldinger
centre-request-you = Du
centre-request-wrote = { $who }, { $when }
centre-request-timeline = Hva som har skjedd
centre-request-withdraw = Trekk forespørselen tilbake

# Hva hvert formål har lov til nå: én setning for hver grunn.
centre-home-uses = Hva vi har lov til å bruke opplysningene dine til nå
centre-home-use = Formål
centre-home-state = Nå
centre-home-withdraw = Trekk tilbake
centre-home-waiting = Venter på ditt ja
centre-home-waiting-text = Noen sendte oss et skjema med adressen din og krysset av for dette { $when }. Det gjelder bare hvis du sier det:
centre-home-waiting-yes = Ja, jeg er enig
centre-home-waiting-no = Nei
centre-home-queued = Var dette deg?
centre-home-queued-text = Mens databasen vår ble gjenopprettet, oppga noen adressen din { $when } og ba om: { $kind }. Det gjelder bare hvis du sier det.
centre-home-queued-yes = Ja, det var meg
centre-home-queued-no = Nei, det var ikke meg
standing-consent = Du har samtykket. Du kan trekke det tilbake når som helst.
standing-contract = Nødvendig for avtalen med deg.
standing-legal-obligation = Loven sier at vi må.
standing-vital-interests = For å verne noens liv.
standing-public-task = En oppgave i allmennhetens interesse.
standing-legitimate-interest = Vår interesse. Du kan protestere.
standing-purpose-not-declared = Brukes ikke: personvernerklæringen har ikke lenger dette formålet.
standing-subject-unknown = Brukes ikke.
standing-erased = Brukes ikke: opplysningene dine er slettet.
standing-restricted = Stanset: du har bedt oss ta vare på opplysningene og ikke gjøre noe annet med dem.
standing-not-stated-at-collection = Brukes ikke: du fikk ikke vite om det da du ga opplysningene.
standing-no-consent = Brukes ikke: du har ikke samtykket.
standing-consent-refused = Brukes ikke: du sa nei.
standing-consent-withdrawn = Stanset: du trakk samtykket tilbake.
standing-consent-expired = Stanset: samtykket ditt er utløpt.
standing-objected = Stanset: du har protestert.
standing-marketing-objected = Stanset: du har protestert mot markedsføring.
standing-recipient-not-declared = Gis ikke til dem: personvernerklæringen nevner dem ikke.
standing-field-not-for-recipient = Gis ikke til dem.
standing-recipient-opted-out = Gis ikke til dem: du sa nei.
standing-field-not-declared = Brukes ikke til dette.
standing-retention-over = Brukes ikke: tiden vi kan beholde dem, er over.
standing-not-instructed = Brukes ikke: kunden som eier opplysningene, har ikke bedt om det.
standing-channel-not-declared = Du blir ikke kontaktet på denne måten for dette.
standing-channel-refused = Du blir ikke kontaktet på denne måten: du sa nei.
standing-channel-not-permitted = Du blir ikke kontaktet på denne måten: du har ikke sagt ja til det.
standing-signalled = Stanset: nettleseren din ber oss la være.
standing-too-young = Brukes ikke: du sa at du er yngre enn personvernerklæringen krever.
standing-transfer-unsafe = Gis ikke til dem: vernet av opplysningene dine der er ikke sikret.
standing-stale = Brukes ikke akkurat nå: vi kunne ikke se de siste valgene dine.
standing-clock-behind = Brukes ikke akkurat nå: klokken vår går feil.
standing-ask-the-ledger = Brukes ikke akkurat nå: vi kunne ikke se de siste valgene dine.
