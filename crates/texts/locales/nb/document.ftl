# Den publiserte erklæringen. Korte setninger, enkle ord; hvert utsagn følger av noe som er erklært.
document-title = Personvernerklæring for { $service }
document-subtitle = Hvordan { $controller } bruker opplysninger om deg, hvorfor, og hva du kan gjøre
document-contents = Innhold
document-meta-version = Versjon av
document-meta-controller = Ansvarlig

document-short = Kort fortalt
document-short-intro = Tabellen viser alt { $service } bruker opplysninger om deg til. Hver linje leder til detaljene lenger ned.
document-short-caption = Hva vi bruker opplysningene dine til
document-short-rights-title = Du bestemmer
document-short-rights = Du kan se opplysningene dine, rette dem, få dem slettet, protestere og ombestemme deg. Begynn på
document-privacy-link = personvernsiden din
document-head-why = Til hva
document-head-what = Hvilke opplysninger
document-head-how-long = Hvor lenge
document-head-with-whom = Deles med

document-who = Hvem vi er
document-who-intro = { $controller } bestemmer hvorfor og hvordan opplysninger om deg brukes i { $service }, og svarer for det. Loven kaller dette behandlingsansvarlig.
document-name = Navn
document-registration = Organisasjonsnummer
document-country = Land
document-address = Adresse
document-email = E-post
document-phone = Telefon
document-website = Nettsted
document-officer = Personvernombud
document-representative = Representant
document-who-mail = Én adresse tar imot alt om opplysningene dine: spørsmål, rettelser, protester og sletting.
document-minimum-age = Du må ha fylt { $age } år for å bruke tjenesten.

document-purposes = Hva vi bruker opplysningene dine til
document-purposes-intro = Vi bruker opplysningene dine til formålene nedenfor og ikke til noe annet. Hvert formål har et rettslig grunnlag i artikkel 6 i personvernforordningen (GDPR). Når tiden er ute, slettes opplysningene, hvis det ikke står noe annet.
document-fact-basis = Rettslig grunnlag
document-fact-data = Opplysninger
document-fact-source = Hvor de kommer fra
document-fact-keep = Hvor lenge
document-fact-with = Deles med
document-fact-duty = Må du?
document-fact-agreement = Avtale
document-fact-anonymous = Anonymt
document-labelled = { $label }:
document-anonymous = Vi lagrer ingenting du kan kjennes igjen på, og kobler det ikke til deg.
document-basis-consent = Samtykket ditt (art. 6 nr. 1 bokstav a)
document-basis-contract = En avtale med deg, eller det du ber om før en avtale (art. 6 nr. 1 bokstav b)
document-basis-legal-obligation = Loven pålegger oss det (art. 6 nr. 1 bokstav c)
document-basis-vital-interests = For å beskytte noens liv (art. 6 nr. 1 bokstav d)
document-basis-public-task = En oppgave i allmennhetens interesse (art. 6 nr. 1 bokstav e)
document-basis-legitimate-interest = Vår berettigede interesse (art. 6 nr. 1 bokstav f)
document-basis-instructed = Kunden velger grunnlaget og svarer for det; vi handler etter kundens instruks (art. 28 nr. 3 bokstav a).
document-can-object = Du kan protestere når som helst.
document-can-withdraw = Du kan trekke det tilbake når som helst, like lett som du ga det. Det som skjedde før, er fortsatt lovlig.
document-source-person = fra deg
document-source-use = fra din bruk av tjenesten
document-source-others = fra andre brukere
document-source-partners = fra partnere
document-source-organisation = fra virksomheten du tilhører
document-source-public = fra offentlige kilder
document-source-social-media = fra sosiale medier
document-duty-voluntary = Nei, det er frivillig.
document-duty-contract = Avtalen krever det.
document-duty-law = Loven krever det.
document-nobody = Ingen
document-all-of-it = alt i gruppen
document-automated-none = Ingen avgjørelse om deg tas av en datamaskin alene.

document-keep-for = { $length } fra { $start }
document-keep-until = Til { $start }
document-keep-not = Blir ikke lagret
document-from-collection = dagen vi fikk dem
document-from-last-contact = siste kontakt med deg
document-from-contract-end = avtalens slutt
document-from-fiscal-year-end = regnskapsårets slutt
document-from-consent-end = dagen du trekker samtykket tilbake
document-from-event = { $event }
document-event-delivered = leveringsdagen
document-event-paid = betalingen er gjennomført
document-then-anonymise = Så fjernes alt som peker på deg.
document-then-isolate = Så låses de inne til de kan slettes.

document-data = Opplysninger om deg
document-data-intro = Dette er alle opplysningene vi kan ha om deg. De fleste har bare gitt oss en del av dem.
document-special-never = Vi lagrer aldri opplysninger om helse, livssyn, politikk, fagforening, opprinnelse, seksuell orientering, gener, biometri eller straffbare forhold.
document-special-none = Ingen av dem er av de særlige slagene som loven verner mest, som helse eller livssyn. Send oss helst ikke slike.
document-ip = Vi regner IP-adresser som personopplysninger. Det som kobles til deg, er også personopplysninger.

document-recipients = Hvem som mottar opplysningene dine
document-recipients-none = Vi deler ikke opplysningene dine med noen.
document-recipients-intro = Hver mottaker får bare opplysningene som står her, til formålene ovenfor.
document-recipients-caption = Hvem som mottar hvilke opplysninger, og hvor
document-head-who = Hvem
document-head-gets = Får
document-head-where = Hvor
document-head-safeguard = Vern
document-role-processor = Arbeider etter våre instrukser
document-role-controller = Bestemmer selv hva opplysningene trengs til
document-role-joint-controller = Bestemmer sammen med oss
document-role-authority = Offentlig myndighet
document-stored = Lagres i { $country }
document-stored-hosted = Lagres i { $country }, på serverne til { $host }
document-represented = Representert i EØS av { $name }
document-safeguard-none = Samme lov som her (GDPR)
document-safeguard-adequacy = EU-kommisjonen har funnet at landets vern er godt nok (art. 45)
document-safeguard-dpf = Sertifisert under EU–US Data Privacy Framework (art. 45)
document-safeguard-scc = EU-kommisjonens standard personvernbestemmelser (art. 46)
document-safeguard-bcr = Bindende virksomhetsregler (art. 47)
document-safeguard-certification = Godkjente atferdsnormer eller sertifisering (art. 46)
document-safeguard-explicit-consent = Ditt uttrykkelige samtykke til denne overføringen (art. 49)
document-safeguard-contract-needs = Avtalen med deg krever denne overføringen (art. 49)
document-recipients-each = Hver mottaker får bare opplysningene som står her, til formålene som er nevnt ved siden av.
document-safeguard-none-means = Opplysningene blir der personvernforordningen gjelder.
document-safeguard-chosen-means = Det som vises, er det som står under «Får», og ikke noe annet.
document-safeguard-adequacy-means = Kommisjonen har undersøkt loven i landet og funnet at den verner deg omtrent som europeisk lov.
document-safeguard-dpf-means = Mottakeren har bundet seg til regler som Kommisjonen har funnet gode nok; du kan klage til mottakeren, til et uavhengig organ og til myndigheten her.
document-safeguard-scc-means = En avtale med Kommisjonens egne ord binder mottakeren til å verne opplysningene slik europeisk lov krever; du kan selv påberope deg den.
document-safeguard-bcr-means = Regler som en myndighet har godkjent, binder alle selskapene i mottakerens konsern; du kan selv påberope deg dem.
document-safeguard-certification-means = Mottakeren har forpliktet seg til regler som et organ utenfor dens kontroll etterprøver.
document-safeguard-explicit-consent-means = Landet kan verne deg dårligere; du fikk vite det og samtykket.
document-safeguard-contract-needs-means = Landet kan verne deg dårligere; uten denne overføringen kunne vi ikke gjøre det du ba om.
document-safeguard-undeclared = Ingen garanti er oppgitt for denne overføringen
document-safeguard-undeclared-means = Spør oss før du går med på noe som krever den.
document-recipients-copy = Spør oss hvis du vil ha en kopi av en avtale eller garanti.

document-cookies = Informasjonskapsler
document-cookies-none = Vi lagrer ingenting i nettleseren din.
document-head-cookie = Navn
document-head-set-by = Settes av
document-head-for = Til
document-head-lasts = Varer
document-lasts-session = Til du lukker nettleseren
document-signals-both = Hvis nettleseren din sender «Do Not Track» eller «Global Privacy Control», regner vi det som et nei.
document-signals-gpc = Hvis nettleseren din sender «Global Privacy Control», regner vi det som et nei. «Do Not Track» har ingen virkning.
document-signals-dnt = Hvis nettleseren din sender «Do Not Track», regner vi det som et nei. «Global Privacy Control» har ingen virkning.
document-signals-none = Signaler fra nettleseren som «Do Not Track» og «Global Privacy Control» har ingen virkning.

document-rights = Rettighetene dine
document-rights-intro = Du trenger ingen konto og ingen bestemte ord. Gå til
document-rights-free = Det koster ingenting.
document-right-access = Se dem.
document-right-access-means = Du får en kopi av opplysningene dine, med alt du har krav på å vite om dem (art. 15).
document-right-rectification = Rett dem.
document-right-rectification-means = Du endrer det som er feil, og legger til det som mangler. Vi gir beskjed til alle som har mottatt dem (art. 16 og 19).
document-right-erasure = Få dem slettet.
document-right-erasure-means = Vi sletter dem og forteller deg hva loven krever at vi beholder, og hvor lenge (art. 17).
document-right-restriction = Få dem låst.
document-right-restriction-means = Mens noe er omstridt, lagrer vi dem og gjør ikke noe annet med dem (art. 18).
document-right-portability = Ta dem med deg.
document-right-portability-means = Du får det du har gitt oss, i en form som andre tjenester kan lese (art. 20).
document-right-objection = Protester.
document-right-objection-means = Der vi bygger på vår egen interesse, kan du si nei. Vi stanser mens vi ser på det (art. 21).
document-right-marketing = Stans markedsføring.
document-right-marketing-means = Et nei til markedsføring trenger ingen grunn og virker med en gang (art. 21 nr. 2).
document-right-withdrawal = Ombestem deg.
document-right-withdrawal-means = Du kan trekke tilbake ethvert samtykke når som helst (art. 7 nr. 3).
document-answer-within = Vi svarer innen { $length }. Er et krav så innviklet at vi trenger lengre tid, forteller vi deg hvorfor innen den fristen.
document-first-reply = Du hører fra oss innen { $length }.
document-first-reply-office = Du hører fra oss innen { $length } i kontortiden:
document-office-hours = { $days } fra { $from } til { $to }, unntatt helligdager
document-days = { $first } til { $last }
document-day-mon = mandag
document-day-tue = tirsdag
document-day-wed = onsdag
document-day-thu = torsdag
document-day-fri = fredag
document-day-sat = lørdag
document-day-sun = søndag
document-answer-by = Svaret kommer { $channels }.
document-withdraw-by = Du kan trekke tilbake et samtykke { $channels }.
document-channel-privacy-centre = på personvernsiden din
document-channel-email = på e-post
document-channel-sms = på SMS
document-channel-site = her på nettstedet
document-channel-post = i posten
document-channel-phone = på telefon
document-channel-message = med lenken i meldingen

document-complaint = Hvis du ikke er fornøyd
document-complaint-to = Si fra til oss. Du kan også når som helst klage til tilsynsmyndigheten: { $value }.
document-complaint-any = Si fra til oss. Du kan også når som helst klage til tilsynsmyndigheten.
document-complaint-else = Du kan også gå til myndigheten i landet der du bor eller arbeider, eller til en domstol.

document-security = Hvordan vi verner opplysningene dine
document-security-intro = Dette lover vi. Der programvare ikke kan holde et løfte, svarer et menneske for det.
document-tls = Alt mellom deg og oss er kryptert med nøkler på minst { $bits } bit.
document-backups =
    { $days ->
        [one] Det som slettes, er borte fra sikkerhetskopiene våre etter { $days } dag.
       *[other] Det som slettes, er borte fra sikkerhetskopiene våre etter { $days } dager.
    }
document-attested = { $owner } svarer for dette og går gjennom det { $every }.
document-every-days =
    { $count ->
        [one] hver dag
       *[other] hver { $count }. dag
    }
document-every-weeks =
    { $count ->
        [one] hver uke
       *[other] hver { $count }. uke
    }
document-every-months =
    { $count ->
        [one] hver måned
       *[other] hver { $count }. måned
    }
document-every-years =
    { $count ->
        [one] hvert år
       *[other] hvert { $count }. år
    }
document-breach-always = Blir sikkerheten vår noen gang brutt, gir vi deg skriftlig beskjed { $channels }, uansett hvor liten risikoen er. Vi melder fra til tilsynsmyndigheten innen { $within } etter at vi fikk vite om det.

document-changes = Når erklæringen endres
document-change-minor = Bare ordlyd:
document-change-significant = Noe som betyr noe:
document-change-rights-affecting = Noe som tar rettigheter fra deg:
document-told = vi gir deg beskjed { $channels }.
document-told-ahead = vi gir deg beskjed { $channels }, { $ahead } på forhånd.

document-agreements = Andre avtaler
document-agreements-intro = Noen av tjenestene våre har egne avtaler. Du godtar dem hver for seg, og vi lagrer hvilken versjon.

document-version = Hvilken versjon dette er
document-version-of = Dette er versjonen av { $date }.
document-language-en = engelsk
document-language-nb = norsk
document-language-fr = fransk
document-language-de = tysk
document-hash = Fingeravtrykk
document-hash-means = Fingeravtrykket (SHA-256) hører til akkurat denne erklæringen. Kvitteringene dine viser til det, så du kan bevise hva du fikk vite.

document-serves = For folk i
document-place-eea = EØS
document-place-world = alle land
document-law = Lov og domstol
document-law-of = Loven i { $country } gjelder. Det loven i ditt eget land sikrer deg, beholder du.
document-courts = Domstol: { $courts }
document-joint = Hvem som bestemmer sammen med oss
document-joint-intro = For noe av bruken bestemmer andre sammen med oss. Loven kaller dem felles behandlingsansvarlige (art. 26). Dette er hovedinnholdet i avtalen:
document-joint-contact = Henvend deg først til { $name }.
document-joint-any = Du kan bruke rettighetene dine hos hver av oss.
document-group = Selskapene i konsernet
document-group-intro = Et selskap i konsernet har tilgang til opplysninger om deg bare til det som står her.
document-group-none = Ingen
document-head-company = Selskap
document-head-relation = Plass i konsernet
document-head-access = Tilgang til
document-relation-parent = Eier oss
document-relation-subsidiary = Eies av oss
document-relation-sister = Har samme eier som oss
document-is-reference = Dette er teksten som gjelder ({ $language }). Oversettelser:
document-is-translation = Dette er en oversettelse. Der den avviker, gjelder den andre teksten ({ $language }). Andre språk:

document-age = Alder
document-age-attestation = Vi ber deg bekrefte alderen i forbifarten og tar bare vare på at du gjorde det. Vi spør ikke om fødselsdato.
document-age-not-asked = Vi spør ikke om hvor gammel du er.
document-age-guardian = Fra du er { $age } år, kan du bruke den hvis en forelder eller verge godkjenner det { $channel }.
document-age-found = Får vi vite at noen er yngre, sletter vi opplysningene.
document-age-reports-anyone = Alle kan si fra til oss om det, også uten konto.
document-age-reports-signed-in = Den som er innlogget, kan si fra til oss om det.

document-fact-ground = Særlige opplysninger (art. 9)
document-ground-explicit-consent = Du har samtykket uttrykkelig til dette (art. 9 nr. 2 bokstav a).
document-ground-employment = Plikter etter arbeids- og trygderetten (art. 9 nr. 2 bokstav b).
document-ground-vital-interests = Noens liv står på spill (art. 9 nr. 2 bokstav c).
document-ground-membership = Medlemmer i et ideelt organ (art. 9 nr. 2 bokstav d).
document-ground-made-public = Du har selv gjort det offentlig (art. 9 nr. 2 bokstav e).
document-ground-legal-claims = Rettskrav (art. 9 nr. 2 bokstav f).
document-ground-public-interest = En viktig allmenn interesse etter loven (art. 9 nr. 2 bokstav g).
document-ground-health-care = Helsehjelp (art. 9 nr. 2 bokstav h).
document-ground-public-health = Folkehelsen (art. 9 nr. 2 bokstav i).
document-ground-research = Arkiv, forskning eller statistikk etter loven (art. 9 nr. 2 bokstav j).
document-fact-consent-by = Slik samtykker du
document-consent-by-form = ved en rute i et skjema, som aldri er krysset av på forhånd
document-consent-by-written = skriftlig
document-consent-by-verbal = muntlig
document-consent-by-banner = i ruten som spør om informasjonskapsler
document-witness = Er det muntlig, noteres et vitne.
document-fact-consent-lasts = Så lenge gjelder samtykket
document-consent-lasts = I { $length }; deretter er samtykket utløpt, og vi spør deg på nytt.
document-fact-messages = Meldinger
document-reaches = Du nås { $channels }.
document-sends-service = Disse meldingene hører til tjenesten og kommer også hvis du ikke vil ha markedsføring.
document-sends-marketing = Dette er markedsføring. Du kan stoppe den når som helst, og hver melding sier hvordan.
document-fact-profiling = Profil
document-profiling = Av det du gjør, slutter vi oss til hva som kan passe for deg.
document-fact-opt-out = Til du sier nei
document-opt-out-in = Loven der lar oss gjøre dette til du sier nei: { $countries }.
document-fact-aggregate = Bare tall
document-aggregate = Resultatene viser grupper på minst { $count } personer, aldri én av dem.
document-fact-instructed = Etter instruks fra
document-instructed = Bare hvis kunden opplysningene tilhører, har gitt oss instruks om det.
document-fact-approval = Før det publiseres
document-approval = Ingenting vises før du har godkjent nettopp den teksten. Du kan endre den eller trekke den tilbake.
document-fact-compatible = Opplysninger vi alt hadde
document-compatible = Den kan også bruke opplysninger samlet inn til { $purposes }.
document-fact-balancing = Avveid
document-fact-impact = Vurdert på forhånd
document-weighed = { $title }, { $date }. Spør oss hvis du vil lese den.
document-keep-at-least = Minst { $length }.
document-keep-at-most = Høyst { $length }.
document-keep-law = Tiden følger av { $law }.
document-then-isolate-for = Så låses de inne i høyst { $length }, til de kan slettes helt.

document-kept-as-last-four = bare de fire siste tegnene lagres
document-kept-as-hashed = lagres slik at ingen kan lese det
document-kept-as-never = brukes én gang, lagres aldri
document-seen-private = ses ikke av andre
document-seen-recipient = ses av den du skriver til
document-seen-organisation = ses av virksomheten din
document-seen-collaborators = ses av dem du samarbeider med
document-seen-public = offentlig
document-visible-recipient = Den du skriver til, ser dette.
document-visible-organisation = Virksomheten din ser dette.
document-visible-collaborators = De du samarbeider med, ser dette.
document-visible-public = Dette er offentlig: alle kan se det.
document-data-role-processor = Dette har vi for kundene våre, etter instruks fra dem.
document-data-role-joint = Dette bestemmer vi over sammen med andre.
document-data-sensitive = Dette verner vi strengere enn resten.
document-data-only-for = Brukes bare til:
document-staff = Hvem hos oss som kan se
document-staff-intro = Ansatte ser opplysningene dine bare i en rolle, til et formål, og hvert innsyn loggføres.
document-staff-nothing = Ingenting
document-staff-none = Ingen tilgang
document-staff-of-purpose = Det formålet bruker
document-staff-reason = Bare med en begrunnelse.
document-staff-for = I høyst { $length }.
document-staff-seen = Kunden ser hvert innsyn.
document-staff-recorded = Hvert innsyn loggføres.
document-head-looks-for = Kan se for å
document-head-sees = Kan se
document-head-condition = På hvilket vilkår

document-recipients-title = Hvem som mottar opplysninger fra { $service }
document-recipients-subtitle = Alle som får opplysninger om deg fra { $controller }, hvor de er, og hva som verner deg
document-recipients-more = Alt om hver mottaker
document-role-group-company = Selskap i konsernet
document-role-other-users = Andre brukere av tjenesten
document-role-public = Alle: det publiseres
document-everywhere = Der de er
document-safeguard-chosen = De ser det gjennom tjenesten, slik det står her
document-transfer-assessed = Vurdert: { $title }, { $date }
document-sub-processors = Bruker igjen: { $names }
document-opt-out-partner = Du kan si nei til bare denne mottakeren på personvernsiden din.
document-no-sale = Vi selger ikke opplysningene dine til noen.
document-bulk = Ingen får opplysninger om mer enn { $count } personer på én gang uten å være nevnt for det i denne erklæringen.
document-head-role = Rolle
document-head-sub-processors = Underleverandører
document-head-contract = Avtale
document-head-contact = Kontakt
document-head-bound = Bundet av
document-contract-held = Det finnes en avtale med mottakeren.
document-contract-since = Det finnes en avtale med mottakeren siden
document-bound-instructions = Den handler bare etter våre instrukser.
document-bound-confidential = Den har taushetsplikt.
document-bound-end-delete = Når avtalen er slutt, sletter den opplysningene.
document-bound-end-return = Når avtalen er slutt, leverer den opplysningene tilbake.
document-bound-end-keeps-nothing = Den tar ikke vare på noe.
document-bound-confirms = Den bekrefter det innen { $length }.
document-bound-onward = Den kan gi opplysningene videre.

document-service-data = Opplysninger som kunder betror oss
document-service-data-intro = For disse opplysningene er det kunden som bestemmer og svarer, og vi følger instruksene: loven kaller oss databehandler (art. 28).
document-service-data-forward = Henvender du deg til oss om slike opplysninger, sender vi kravet videre til kunden innen { $length } og hjelper til med svaret.
document-service-data-instructions = Instrukser
document-service-data-recorded = Vi gjør bare det kunden har gitt instruks om, og fører hver instruks.
document-service-data-export = Ta med seg
document-service-data-as = Kunden kan ta med seg alt som { $formats }, eller slette det.
document-service-data-end = Når avtalen er slutt
document-service-data-delete = Vi sletter dem innen { $length }.
document-service-data-return = Vi leverer dem tilbake og sletter dem her innen { $length }.
document-service-data-keeps-nothing = Det er ingenting igjen å slette.
document-service-data-new = Nye underleverandører
document-service-data-told = Kunden får vite om en ny { $ahead } på forhånd, { $channels }, og kan si nei innen { $object }.
document-service-data-staff = Ansatte ser på dem bare for å

document-exchange = Hva andre ser
document-messages-name = Meldinger til andre brukere.
document-messages-show = Når du skriver til en annen bruker eller et selskap, ser de: { $fields }.
document-messages-told = Vi viser deg det før du sender.
document-messages-block = Den som får en melding, kan blokkere avsenderen.
document-messages-report = Den som får en melding, kan si fra om den til oss.
document-views-name = Det du ser på.
document-views = Et selskap kan se hvem som har sett på det selskapet selv har lagt ut.
document-views-objectors = Protesterer du, vises du ikke der.
document-public-name = Det du gjør offentlig.
document-public = Det du merker som offentlig, kan alle lese. Alt annet kan ingen lese.
document-organisation-name = Virksomheten din.
document-organisation-access = Administratoren bestemmer hvem som får arbeide i profilen.
document-organisation-suggests = Domenet i e-postadressen din kan antyde hvilken virksomhet du hører til; domenet til en vanlig e-posttjeneste gjør det aldri.
document-organisation-claims = En virksomhet som beviser at et e-postdomene er dens eget, kan ta over kontoene på domenet; administratoren ser og styrer dem da. Vi sier fra til deg før det skjer.
document-invitations-name = Invitasjoner.
document-invitations = Gir noen oss adressen din for å invitere deg, bruker vi den til det og ikke til noe annet.
document-invitations-names = Invitasjonen sier hvem som inviterte deg.
document-invitations-once = Det kommer bare én.
document-invitations-forgotten = Uten svar glemmer vi adressen etter { $length }.
document-integrations-name = Tilkoblede tjenester.
document-integrations = En annen tjeneste får opplysninger bare hvis en kunde kobler den til.
document-integrations-scopes = Den kan få: { $categories }.
document-integrations-revoked = Kunden kan avslutte det med en gang.

document-cookies-title = Informasjonskapsler i { $service }
document-cookies-subtitle = Alt { $controller } og andre lagrer i nettleseren din eller kjenner den igjen på
document-cookies-necessary = Nødvendig: tjenesten virker ikke uten, så vi spør ikke.
document-cookies-refuse = Bare hvis du sier ja.
document-cookies-caption = { $purpose }: hva som lagres
document-cookies-intro = En informasjonskapsel er en liten tekst i nettleseren din; noe kan også lagres der, eller den kan kjennes igjen, på andre måter. Vi bruker det som står i tabellene, og ikke noe annet. Det er like lett å si nei som ja.
document-cookies-nothing = Sier du nei, virker tjenesten som før.
document-head-kind = Hva det er
document-tracker-cookie = Informasjonskapsel
document-tracker-local-storage = Oppføring i nettleserens lager
document-tracker-session-storage = Oppføring i nettleserens lager til siden lukkes
document-tracker-indexed-db = Database i nettleseren
document-tracker-pixel = Usynlig bilde (piksel)
document-tracker-fingerprint = Kjennetegn ved nettleseren som til sammen peker den ut
document-tracker-widget = Element fra en annen tjeneste på siden vår
document-tracker-device-id = Identifikator for enheten din

document-permissions = Tillatelser i appen
document-permissions-intro = Appen ber om hver tillatelse når den trengs. Du kan si nei, og du kan når som helst ta den tilbake i innstillingene på enheten.
document-head-permission = Tillatelse
document-head-reason = Hvorfor
document-permission-camera = Kamera
document-permission-microphone = Mikrofon
document-permission-call-history = Anropslogg
document-permission-contacts = Kontakter
document-permission-photos = Bilder
document-permission-files = Filer
document-permission-location = Posisjon
document-permission-notifications = Varsler
document-permission-calendar = Kalender

document-messages = Meldinger fra oss
document-messages-intro = Dette er meldingene du kan få fra oss, og slik stopper du dem.
document-head-channel = Når deg
document-head-stop = Slik slutter det
document-message-service = Del av tjenesten
document-message-marketing = Markedsføring
document-stop-service = Den kommer så lenge du bruker det den gjelder.
document-stop-marketing = Du kan stoppe den { $ways }.
document-stop-link = med lenken i hver melding
document-stop-one-click = med knappen i e-postprogrammet
document-stop-account = i kontoinnstillingene
document-mail-sender = Hver utsendelse sier hvem som sender den: { $sender }, { $address }.
document-mail-laws = Vi følger { $laws }.
document-mail-law-can-spam = CAN-SPAM Act i USA
document-mail-law-eprivacy = artikkel 13 i kommunikasjonsverndirektivet (2002/58/EF)
document-channel-push = ved et varsel på telefonen
document-channel-social-media = i sosiale medier

document-rights-everywhere = Alle har disse rettighetene, uansett hvor de bor.
document-right-supplement = Er vi uenige, står din egen forklaring ved siden av.
document-right-restriction-at-once = Bruken stopper så snart du ber om det.
document-right-restriction-told = Vi sier fra før vi bruker dem igjen.
document-right-formats = Du får dem som { $formats }.
document-right-decided = Vi avgjør det innen { $length }.
document-self = Uten å spørre noen kan du { $actions }.
document-self-personal-data = se og endre opplysningene dine
document-self-account = endre kontoen din
document-self-preferences = velge hvilke meldinger du får
document-self-delete-account = slette kontoen din
document-ask-by = Du kan be oss { $channels }.
document-answer-extended = Vi svarer innen { $length }. Er et krav svært sammensatt, kan vi bruke { $by } til; da sier vi hvorfor innen { $told }.
document-rights-limits = Det vi ikke kan gi deg, sier vi fra om: opplysninger om andre, det en lov pålegger oss å ta vare på, og hvem andre som har noe. Du får vite hvorfor, og hvordan du kan klage.
document-rights-directly = Disse bestemmer selv; henvend deg direkte til dem om det de har: { $names }.
document-complaint-within = Vi svarer på en klage innen { $length }.
document-complaint-elsewhere = Bor du i et annet land, finner du myndigheten der i
document-authorities-below = listen til slutt
document-authorities = Myndigheten i landet ditt
document-authorities-intro = Du kan klage til myndigheten i landet der du bor eller arbeider, eller der du mener loven ble brutt.
document-head-authority = Myndighet
document-head-complaint = Hvor du klager
document-authority-none = Vi kjenner ikke til noen slik myndighet der.
document-authority-ask-us = Henvend deg til oss, til myndigheten ovenfor eller til en domstol.

document-legal = Når en myndighet ber om opplysninger
document-legal-intro = Vi gir opplysninger til en myndighet bare på disse grunnlagene:
document-legal-statute = En lov pålegger oss det.
document-legal-security = Sikkerheten i tjenesten krever det.
document-legal-protection = Mennesker eller rettighetene deres må vernes.
document-legal-emergency = Det er en nødssituasjon.
document-legal-approvers =
    { $approvers ->
        [one] Én person hos oss må godkjenne hvert tilfelle, og det loggføres.
        [2] To personer hos oss må godkjenne hvert tilfelle, og det loggføres.
       *[other] { $approvers } personer hos oss må godkjenne hvert tilfelle, og det loggføres.
    }
document-legal-needs = Hvert tilfelle oppgir { $needs }.
document-legal-need-statute = loven og paragrafen
document-legal-need-authority = myndigheten
document-legal-need-reference = myndighetens referanse
document-holds = Når sletting må vente
document-holds-for = Sletting venter så lenge opplysninger trengs til { $reasons }. Hver slik stans oppgir hvilke opplysninger, hvorfor og til når; du får vite det når du ber om sletting.
document-hold-claims = rettskrav
document-hold-compliance = å overholde en lov
document-hold-audit = en revisjon
document-hold-merger = en fusjon eller et salg av selskapet

document-encrypted = Opplysningene er kryptert der de ligger.
document-passwords = Passord lagres bare som en hash (Argon2id), som ingen kan regne tilbake.
document-backups-at = Sikkerhetskopier er kryptert og oppbevares hos { $name }.
document-attested-of = Det gjelder { $name }.
document-attested-last = Sist bekreftet { $date }.
document-attested-evidence = Vist ved: { $title }.
document-breach = Hvis sikkerheten blir brutt
document-breach-high-risk = Blir sikkerheten brutt og det gir høy risiko for deg, sier vi fra til deg { $channels }. Vi melder det til tilsynsmyndigheten innen { $within } etter at vi fikk vite det.
document-breach-risk = Blir sikkerheten brutt og skade er sannsynlig, sier vi fra til deg { $channels }. Vi melder det til tilsynsmyndigheten innen { $within } etter at vi fikk vite det.
document-proof = Hva vi tar vare på som bevis
document-proof-intro = For at både du og vi senere kan bevise hva som skjedde, tar vi vare på korte oppføringer om det, uten opplysningene dine, så lenge:
document-proof-consent = Samtykker og nei
document-proof-acceptance = Godkjenninger
document-proof-requests = Kravene dine og svarene våre
document-proof-disclosures = Hvem som har fått opplysninger
document-proof-staff-views = Hvem av de ansatte som har sett
document-proof-notices = Varsler sendt til deg
document-proof-breaches = Brudd på sikkerheten
document-proof-retention = Hva som ble slettet, og når

document-archive = Alle versjoner er tilgjengelige, med det som er endret:
document-archive-link = alle versjoner
document-new-consent = Opplysninger du ga oss under én versjon, brukes ikke på en vesentlig annen måte uten at du samtykker.
document-new-compatible = Opplysninger du ga oss under én versjon, brukes på en annen måte bare hvis det er forenlig med den første bruken og denne erklæringen sier hvorfor, eller hvis du samtykker.
document-new-notice = Før opplysninger du ga oss under én versjon, brukes på en annen måte, sier vi fra, og du kan protestere.
document-effect-on-posting = En ny versjon gjelder fra den legges ut, hvis ikke en frist står ovenfor.
document-effect-after-notice = En ny versjon gjelder når varslingstiden er ute.
document-continued-notice = Bruker du tjenesten videre etter et varsel, fører vi bare det. Det regnes aldri som samtykke.
document-continued-consent = Bruker du tjenesten videre etter et varsel, regner vi det som enighet.
document-merger = Hvis selskapet fusjoneres eller selges, sier vi fra før opplysningene dine skifter hender, { $channels }, og hva du kan gjøre.
document-accepted = { $places } ber vi deg krysse av i en rute som sier: «{ $wording }»
document-accepted-forms = Når du sender et skjema
document-accepted-sign-in = når du logger deg inn
document-accepted-kept = Vi tar vare på hvilken versjon du godtok, og når, i { $length }.
document-accepted-means = Å godta er ikke å samtykke, og er aldri en grunn til å bruke opplysningene dine. Vi ber aldri om det på personvernsiden din, når du bruker rettighetene dine, eller når du melder deg av.
