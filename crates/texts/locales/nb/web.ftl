# Rammen rundt alle sider, startsiden, erklæringen, skjemaer, kvitteringer, feil. Sier det samme som `en/web.ftl`.
web-skip = Hopp til innholdet
web-navigation = Hovedmeny
web-crumbs = Du er her
web-language = Språk
web-sign-out = Logg ut
web-cancel = Tilbake uten å be om noe
web-nav-policy = Personvernerklæring
web-nav-privacy = Dine opplysninger
web-nav-verify = Kontroller en kvittering
web-demo-label = Demonstrasjon
web-demo = Dette er en demonstrasjon med oppdiktede personer. E-post sendes ikke, men vises her:
web-demo-mailbox = demoens postkasse

web-landing-title = { $name } og opplysningene dine
web-landing-lede = Hva { $name } gjør med personopplysninger, sagt med vanlige ord, og hva du kan be om. Du trenger ingen konto.
web-landing-policy = Hva som samles inn, hvorfor, hvor lenge og hvem som får det. Versjon av { $version }.
web-landing-privacy = Se hva vi har om deg, få en kopi, eller få det slettet.
web-landing-verify = Alt du godtar her, gir en kvittering. Kontroller den selv, uten å spørre oss.

web-policy-contents = Innhold
web-policy-other-forms = Til å ta vare på eller skrive ut
web-policy-pdf = PDF
web-policy-markdown = Markdown
web-policy-hash = Fingeravtrykk av denne versjonen

web-form-why = Hvorfor vi spør om dette, og hvor lenge vi har det
web-form-purpose = Til hva
web-form-basis = Rettslig grunnlag
web-form-kept = Oppbevares
web-form-recipients = Hvem får det
web-form-nobody = Ingen andre
web-form-accept = Før du sender
web-form-consents = Ditt valg
web-form-consents-hint = Du kan la disse stå tomme. Alt fungerer uten, og du kan ombestemme deg når som helst.
web-form-read = Les: { $document }
web-form-send = Send
web-problems =
    { $count ->
        [one] Én ting må rettes
       *[other] { $count } ting må rettes
    }

web-receipt-keep = Ta vare på den
web-receipt-keep-text = Skriv ut siden eller lagre filen. Filen beviser hva du ga og hva du godtok, også om vi skulle bli borte.
web-receipt-json = Lagre kvitteringen (JSON)
web-receipt-verify = Slik kontrollerer du den
web-receipt-thanks = Takk. Det er kommet fram.
web-receipt-thanks-text = Dette er kvitteringen din. Siden kan åpnes i en halv time herfra; senere finner du den under «Dine opplysninger».

web-verify-lede = En kvittering viser hva du ga, hva du godtok og når. Du kan kontrollere den på din egen maskin, uten Internett og uten å stole på oss.
web-verify-how = Slik kontrollerer du en kvittering
web-verify-step-1 = Lagre kvitteringen som fil («Lagre kvitteringen (JSON)» på siden dens).
web-verify-step-2 = Kjør gratisprogrammet «abide» på den, med nøkkelen vår:
web-verify-step-3 = Programmet sier i én setning om kvitteringen er ekte, og viser hva den beviser.
web-verify-what = Hva kontrollen beviser
web-verify-what-1 = At kvitteringen ble skrevet inn i loggen vår på det tidspunktet den oppgir, og ikke er endret siden, av noen, heller ikke av oss.
web-verify-what-2 = At loggen den står i, er den vi har signert. Bare hasher er offentlige: ingen kan lese ut av loggen hvem du er eller hva du ga.
web-verify-key = Vår offentlige nøkkel
web-verify-key-text = Skriv den ned eller lagre den et annet sted: den som har den, kan kontrollere kvitteringer uten å spørre oss.
web-verify-log = Selve loggen
web-verify-log-text = For programmer og vitner: den siste signerte tilstanden til loggen, og flisene i formatet C2SP tlog-tiles.
web-verify-checkpoint = Siste signerte kontrollpunkt
web-verify-key-file = Nøkkelen som fil

web-clock-open = I rute · { $when }
web-clock-soon = Fristen nærmer seg · { $when }
web-clock-late = For sent · { $when }
web-clock-met = Gjort { $when }; fristen var { $due }
web-clock-met-late = Gjort for sent, { $when }; fristen var { $due }
web-clock-due = frist { $when }

web-outcome-place = Hvor
web-outcome-table = Hva
web-outcome-rows = Oppføringer
web-outcome-outcome = Hva som skjer
web-outcome-ground = Hvorfor
web-outcome-until = Til
web-outcome-counted = { $counted } av { $rows }
web-outcome-masked = Gjort uleselig: { $columns }
web-remains-what = Hva
web-remains-event = Til det er over

web-mailbox-title = Demoens postkasse
web-mailbox-lede = I demonstrasjonen forlater ingen e-post denne maskinen. Det som ville blitt sendt, står her, det nyeste først.
web-mailbox-subject = Emne
web-mailbox-to = Til
web-mailbox-when = Når
web-mailbox-empty = Ingen e-post ennå. Den kommer hit når du sender et skjema eller ber om lenken din.
web-demo-staff-title = Åpne konsollen
web-demo-staff-lede = Denne lenken logger deg inn som personvernansvarlig i demonstrasjonen. Den virker én gang og finnes bare i demonstrasjonen.
web-demo-staff-button = Logg inn i konsollen

web-fault-to-start = Til startsiden
web-fault-to-console = Til konsollen
web-fault-reference = Hvis du skriver til oss om dette, nevn: { $code }, { $id }.
web-fault-request-title = Det går ikke akkurat nå
web-fault-request-next = Gå tilbake, se på forespørselen en gang til, og gjenta det som fortsatt gir mening.
web-fault-forbidden-title = Rollen din rekker ikke så langt
web-fault-forbidden-what = Denne siden krever rollen «{ $role }».
web-fault-forbidden-next = Be en personvernansvarlig om å gi deg rollen, eller om å gjøre det for deg.
web-fault-not-found-title = Her er det ingenting
web-fault-not-found-what = Adressen er feil, eller det som sto her, er ikke for deg eller er fjernet.
web-fault-not-found-next = Sjekk adressen. Hvis du fulgte en lenke fra en e-post, be om en ny lenke på siden «Dine opplysninger».
web-fault-cross-site-title = Skjemaet kom fra et annet nettsted
web-fault-cross-site-what = Nettleseren din sier at skjemaet ble sendt fra et annet nettsted, så vi gjorde ingenting med det. Det beskytter deg.
web-fault-cross-site-next = Åpne siden her og send skjemaet på nytt.
web-fault-method-title = Siden kan ikke brukes slik
web-fault-method-what = Adressen finnes, men ikke for det som ble sendt til den.
web-fault-method-next = Begynn på nytt fra startsiden.
web-fault-too-large-title = Det var for mye på én gang
web-fault-too-large-what = Et skjema kan ha 256 kilobyte; ditt er større, så vi tok det ikke imot. Ingenting er lagret.
web-fault-too-large-next = Gå tilbake, gjør teksten kortere, og send på nytt. Ikke lim inn bilder eller filer.
web-fault-not-a-form-title = Dette kunne vi ikke lese
web-fault-not-a-form-what = Det som ble sendt, er ikke et nettskjema. Ingenting er lagret.
web-fault-not-a-form-next = Åpne skjemaet her og send det fra nettleseren.
web-fault-not-text-title = Noen tegn kunne ikke leses
web-fault-not-text-what = Skjemaet har tegn som ikke er gyldig tekst (UTF-8). Vi gjetter ikke hva du mente, så ingenting er lagret.
web-fault-not-text-next = Gå tilbake, skriv teksten på nytt i stedet for å lime den inn, og send en gang til.
web-fault-twice-title = Et felt kom to ganger
web-fault-twice-what = Skjemaet har det samme feltet to ganger, og vi kan ikke vite hvilket du mener. Ingenting er lagret.
web-fault-twice-next = Åpne skjemaet igjen og send det en gang til.
web-fault-too-many-title = Det var mye på kort tid
web-fault-too-many-what = For at maskiner ikke skal gjette og ikke fylle postkasser, tar vi bare imot så mange i løpet av et kvarter til en time.
web-fault-too-many-next = Vent litt og prøv igjen. Det du har bedt om før, er ikke tapt.
web-fault-changed-title = Noen andre kom først
web-fault-changed-what = Dette ble endret mens du så på det, så vi gjorde ingenting.
web-fault-changed-next = Gå tilbake, se på det en gang til, og gjenta det som fortsatt gir mening.
web-fault-needs-purpose-title = Hvorfor ser du på dette?
web-fault-needs-purpose-what = Siden viser personopplysninger, og det ble ikke sagt hvorfor.
web-fault-needs-purpose-next = Åpne forespørselen fra listen og velg hvorfor du ser på den.
web-fault-erased-title = Dette er slettet
web-fault-erased-what = Personen det tilhørte, er slettet. Det som sto her, kan ikke lenger leses av noen.
web-fault-erased-next = Du trenger ikke å gjøre noe.
web-fault-stale-title = Lenken gjelder ikke lenger
web-fault-stale-what = Den er brukt, eller tiden er ute.
web-fault-stale-next = Start demonstrasjonen på nytt for å få en ny, eller logg inn med kontoen din.
web-fault-slow-title = Det tok for lang tid
web-fault-slow-what = Etter et halvt minutt uten et helt svar slutter vi å vente. Det du sendte, er enten lagret i sin helhet eller ikke i det hele tatt.
web-fault-slow-next = Se først etter om det har kommet frem (et brev, eller forespørslene under «Dine opplysninger»). Hvis ikke, send det på nytt, kanskje over en bedre forbindelse.
web-fault-unavailable-title = Vi kan ikke svare akkurat nå
web-fault-unavailable-what = En del av systemet svarer ikke. Ingenting er tapt, og det du sendte, er enten lagret helt eller ikke i det hele tatt.
web-fault-unavailable-next = Prøv igjen om noen minutter. Fristene for forespørselen din løper som før.
web-fault-internal-title = Det var vår feil
web-fault-internal-what = Noe gikk galt hos oss. Det er notert, uten opplysningene dine.
web-fault-internal-next = Prøv igjen. Hvis det skjer igjen, skriv til oss og nevn ordene nedenfor.
