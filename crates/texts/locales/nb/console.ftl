# Konsollen: det de ansatte arbeider med. Sier det samme som `en/console.ftl`.
console-nav-today = I dag
console-nav-requests = Forespørsler
console-nav-people = Personer
console-nav-policy = Erklæring
console-nav-health = Logg
console-role-none = ingen rolle
console-role-developer = utvikler
console-role-support = kundestøtte
console-role-privacy-lead = personvernansvarlig
console-email = E-postadresse
console-password = Passord
console-name = Navnet ditt
console-name-hint = Slik kollegene kjenner deg. Det står ved siden av det du gjør her.
console-code = Kode fra autentiseringsappen
console-code-hint = Seks sifre.
console-code-wrong = Koden passer ikke. Ta den appen viser nå; en kode virker én gang.
console-sign-in-title = Logg inn
console-sign-in-button = Logg inn
console-sign-in-not = Du er ikke logget inn
console-sign-in-wrong = Adressen, passordet eller koden er feil. Ta koden som appen viser nå.
console-sign-in-lost = Mistet telefonen eller passordet? En personvernansvarlig i teamet kan gi deg en ny konto; hvis ingen kan logge inn, start «abide serve» på serveren og følg det den skriver.
console-setup-title = Opprett den første kontoen
console-setup-lede = Denne kontoen er for den som har ansvar for personvernet. Kolleger kommer senere, hver med sin egen konto.
console-setup-password-hint = Fire eller flere ord uten sammenheng er sterkt og lett å huske.
console-setup-weak = Dette passordet ville bli gjettet for fort.
console-setup-name-wrong = Oppgi et navn på 1 til 100 tegn.
console-setup-button = Fortsett
console-setup-over-title = Lenken gjelder ikke lenger
console-setup-over-lede = Den er brukt, eller det har gått en time. Hvis det ikke finnes noen konto ennå, start «abide serve» på nytt: den skriver en ny lenke.
console-setup-code-title = Legg til en andre faktor
console-setup-code-lede = Skann bildet med en autentiseringsapp på telefonen, og skriv de seks sifrene den viser.
console-setup-code-hand = Kan du ikke skanne? Skriv denne nøkkelen inn i appen:
console-setup-code-button = Bekreft og logg inn
console-welcome = Kontoen er klar
console-welcome-recovery = Ta vare på nøkkelen til autentiseringsappen på et trygt sted: med den kan du sette opp en ny telefon.
console-welcome-next = Forespørsler fra personer kommer hit med fristene sine. Erklæringen og loggen finner du i menyen.
console-today-open = åpne forespørsler
console-today-soon = nær fristen
console-today-late = for sent
console-today-urgent = Nær fristen eller for sent
console-today-empty = Ingenting er for sent, og ingenting er nær fristen.
console-requests-show = Hvilke forespørsler
console-requests-open = Åpne
console-requests-urgent = Nær fristen eller for sent
console-requests-closed = Avsluttet
console-requests-reply = Første svar
console-requests-alerts = Å se på
console-requests-empty = Ingen forespørsler her. De kommer når en person spør på siden «Dine opplysninger», eller når du legger inn en som kom på telefon eller i brev.
console-requests-enter = Legg inn en forespørsel
console-clock-answer = Svar
console-clock-reply = Første svar
console-gate-title = Se på personen bak
console-gate-text = Neste side viser personopplysninger. At du ser på dem, skrives i loggen med grunnen, og personen kan se det.
console-gate-button = Fortsett
console-purpose-question = Hvorfor ser du på dette?
console-purpose-missing = Velg hvorfor du ser på dette. Det skrives ned sammen med visningen.
console-purpose-answer-request = For å svare på en forespørsel fra personen
console-purpose-verify-identity = For å finne ut hvem det er, før vi svarer
console-purpose-investigate-problem = For å undersøke en klage eller en feil
console-purpose-legal-duty = Fordi en domstol, en myndighet eller et krav ber om det
console-looking = Visningen er skrevet ned: { $purpose }
console-request-who = Hvem som spør
console-request-nobody = Ingenting om personen kan leses lenger: de er slettet.
console-request-verified = (bekreftet)
console-message-staff = Vi
console-message-person = Personen
console-choose-title = Hvilke av disse er personen?
console-choose-text = Flere oppføringer kan være denne personen. Kryss av for dem som er det; la de andre stå. Ingenting vises eller slettes før du har valgt.
console-choose-button = Disse er personen
console-candidate-by = Funnet ved { $by }
console-plan-title = Plan
console-plan-none = Planen viser, tabell for tabell, hva som vil skje før noe skjer.
console-plan-button = Lag planen
console-plan-again = Lag den på nytt
console-plan-drawn = Laget { $when }.
console-plan-rehearsed = Prøvd { $when }; ingenting ble endret.
console-plan-problems = Se på dette først
console-plan-node =
    { $count ->
        [one] { $table }: { $count } oppføring
       *[other] { $table }: { $count } oppføringer
    }
console-plan-rows =
    { $count ->
        [one] { $count } oppføring
       *[other] { $count } oppføringer
    }
console-plan-until = , til { $when }
console-plan-until-latest = , senest til { $when }
console-plan-table = Det samme som tabell, med grunnene
console-rehearse-button = Prøv planen
console-run-title = Gjennomfør
console-run-irreversible = Dette kan ikke gjøres om
console-run-danger = Det planen merker som slettet, slettes i bedriftens databaser og her, og personens nøkler ødelegges. Ingen kan hente det tilbake. Det som må beholdes, blir igjen og står i svaret.
console-run-type = Skriv { $reference } for å bekrefte
console-run-mistyped = Det er ikke referansen. Skriv { $reference }, slik den står øverst på siden.
console-run-erase = Slett nå
console-run-access-text = Samler alt som finnes om personen, i én fil og sier fra at den er klar. Ingenting endres.
console-run-access = Lag svaret
console-steps-title = Skritt
console-step-attempts =
    { $count ->
        [one] Begynt én gang
       *[other] Begynt { $count } ganger
    }
console-step-next = Prøves igjen { $when }
console-progress-steps = { $done } av { $all } skritt gjort og kontrollert
console-progress-again = Siden ser etter på nytt hvert annet sekund. Du kan forlate den; arbeidet går videre.
console-progress-back = Til forespørselen
console-answer-title = Svar
console-answer-made = Laget { $when }. Personen kan hente det til { $until }.
console-reply-title = Skriv til personen
console-reply-label = Melding
console-reply-button = Send meldingen
console-close-title = Avslutt som besvart for hånd
console-close-label = Hva personen får vite
console-close-button = Avslutt forespørselen
console-refuse-title = Avslå
console-refuse-ground = Grunn
console-refuse-choose = Velg en grunn
console-refuse-reason = Begrunnelse, slik personen leser den
console-refuse-button = Avslå forespørselen
console-said-chosen = Valget er notert.
console-said-planned = Planen er laget. Ingenting er endret noe sted.
console-said-rehearsed = Prøvd. Tallene er det som virkelig ville skje; ingenting ble endret.
console-said-replied = Meldingen er på vei.
console-said-closed = Forespørselen er avsluttet, og personen får beskjed.
console-said-refused = Forespørselen er avslått; personen får vite hvorfor og hvor de kan klage.
console-people-lede = Let etter en person ved noe som er bekreftet som deres. Si først hvorfor.
console-people-by = Ved
console-people-value = Hvilken
console-people-value-missing = Fyll ut ved hva og hvem du leter etter.
console-people-button = Let
console-people-nobody = Ingen her har det
console-people-nobody-text = Bare bekreftede kjennetegn finner noen. En som bare finnes i bedriftens databaser, blir funnet når du legger inn en forespørsel for dem.
console-by-email = E-postadresse
console-by-phone = Telefonnummer
console-by-number = Nummer: { $of }
console-person-title = En person
console-person-agreed = Hva de har godtatt
console-person-agreed-none = De har ikke godtatt noe her.
console-person-who = Hvem som har fått opplysningene
console-person-nobody = Ingen utenfor har fått opplysningene gjennom dette systemet.
console-enter-title = Legg inn en forespørsel
console-enter-lede = For det som kommer på telefon, i brev eller over disken. Fristene løper fra i dag.
console-enter-link = Legg inn en forespørsel for noen
console-enter-verified = Jeg har kontrollert at dette er deres
console-enter-verified-hint = For eksempel ved å ringe tilbake til et kjent nummer, eller ved et dokument. Det letes bare etter det som er bekreftet.
console-enter-verified-missing = Kryss av når du har kontrollert det. Uten det kunne noen be om en annens opplysninger.
console-enter-what = Hva ber de om?
console-enter-lang = Språket i svaret
console-enter-detail = Hva de ba om, med deres ord
console-enter-button = Legg inn forespørselen
console-policy-version = Versjon
console-policy-stores = Tilkoblede databaser
console-policy-no-stores = ingen
console-policy-read = Les den slik folk gjør
console-policy-purposes = Formål
console-policy-fields = Felt
console-policy-forms = Samles inn med
console-policy-change = Erklæringen endres i filen sin. «abide check» viser hva som er galt med den, «abide serve» setter den nye versjonen i kraft.
console-health-all = Alt er signert og publisert
console-health-behind =
    { $count ->
        [one] Én oppføring venter på å bli publisert
       *[other] { $count } oppføringer venter på å bli publisert
    }
console-health-size = Oppføringer
console-health-published = Publisert
console-health-root = Rot
console-health-checkpoint = Siste kontrollpunkt
console-health-text = Signert og publisert utenfor databasen. Den som tar vare på en kopi, kan senere bevise at ingenting før den er endret.
console-health-none = Ingen ennå: den første publiseres omtrent et sekund etter den første oppføringen.
console-kind-access = Innsyn (art. 15)
console-kind-erasure = Sletting (art. 17)
console-kind-rectification = Retting (art. 16)
console-kind-restriction = Begrensning (art. 18)
console-kind-portability = Dataportabilitet (art. 20)
console-kind-objection = Protest (art. 21)
console-kind-withdrawal = Tilbaketrekking av samtykke (art. 7 nr. 3)
console-kind-complaint = Klage
console-kind-question = Spørsmål
console-undelivered =
    { $count ->
        [one] Ett brev kunne ikke leveres
       *[other] { $count } brev kunne ikke leveres
    }
console-undelivered-since = Det prøves ikke mer. Det første ble oppgitt { $when }. Den det gjaldt, fikk ikke beskjed: nå dem på en annen måte.
console-letter-sign-in-link = Innloggingslenker
console-letter-collected = Kvitteringer for skjemaer
console-letter-request-received = Bekreftelser på forespørsler
console-letter-request-reply = Svar på forespørsler
console-letter-answer-ready = Varsler om ferdige svar
console-letter-erased = Siste brev etter sletting
console-letter-request-refused = Avslag
