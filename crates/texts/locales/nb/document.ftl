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
document-anonymous = Vi lagrer ingenting du kan kjennes igjen på, og kobler det ikke til deg.
document-basis-consent = Samtykket ditt (art. 6 nr. 1 bokstav a)
document-basis-contract = En avtale med deg, eller det du ber om før en avtale (art. 6 nr. 1 bokstav b)
document-basis-legal-obligation = Loven pålegger oss det (art. 6 nr. 1 bokstav c)
document-basis-vital-interests = For å beskytte noens liv (art. 6 nr. 1 bokstav d)
document-basis-public-task = En oppgave i allmennhetens interesse (art. 6 nr. 1 bokstav e)
document-basis-legitimate-interest = Vår berettigede interesse (art. 6 nr. 1 bokstav f)
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
document-automated-none = Ingen avgjørelse om deg tas av en datamaskin alene.

document-keep-for = { $length } fra { $start }
document-keep-until = Til { $start }
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
document-role-group-company = Selskap i konsernet vårt
document-role-other-users = Andre brukere av tjenesten
document-role-public = Alle: det blir publisert
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
document-recipients-copy = Spør oss hvis du vil ha en kopi av en avtale eller garanti.
document-legal-statute =
    { $approvers ->
        [one] En myndighet får opplysninger bare når en lov pålegger oss det. Én person hos oss må godkjenne hvert tilfelle, og vi fører det i loggen.
       *[other] En myndighet får opplysninger bare når en lov pålegger oss det. { $approvers } personer hos oss må godkjenne hvert tilfelle, og vi fører det i loggen.
    }
document-legal-law =
    { $approvers ->
        [one] En myndighet får opplysninger når loven krever det eller i en nødssituasjon. Én person hos oss må godkjenne hvert tilfelle, og vi fører det i loggen.
       *[other] En myndighet får opplysninger når loven krever det eller i en nødssituasjon. { $approvers } personer hos oss må godkjenne hvert tilfelle, og vi fører det i loggen.
    }

document-cookies = Informasjonskapsler
document-cookies-none = Vi lagrer ingenting i nettleseren din.
document-cookies-intro = En informasjonskapsel er en liten tekst i nettleseren din. Vi setter dem som står i tabellen, og ingen andre. Hvis det ikke står «nødvendig», settes den først når du sier ja, og det er like lett å si nei.
document-cookies-caption = Hva vi lagrer i nettleseren din
document-cookie-necessary = Nødvendig: tjenesten virker ikke uten
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
document-channel-push = med varsel på telefonen
document-channel-social-media = i sosiale medier
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
document-breach-risk = Blir sikkerheten vår brutt og det betyr høy risiko for deg, gir vi deg beskjed { $channels }. Vi melder fra til tilsynsmyndigheten innen { $within } etter at vi fikk vite om det.

document-changes = Når erklæringen endres
document-changes-intro = Alle versjoner forblir tilgjengelige. Opplysninger du ga oss under én versjon, brukes ikke på en vesentlig annen måte uten at vi spør deg.
document-change-minor = Bare ordlyd:
document-change-significant = Noe som betyr noe:
document-change-rights-affecting = Noe som tar rettigheter fra deg:
document-told = vi gir deg beskjed { $channels }.
document-told-ahead = vi gir deg beskjed { $channels }, { $ahead } på forhånd.

document-agreements = Andre avtaler
document-agreements-intro = Noen av tjenestene våre har egne avtaler. Du godtar dem hver for seg, og vi lagrer hvilken versjon.

document-version = Hvilken versjon dette er
document-version-of = Dette er versjonen av { $date }.
document-reference = Hvis to språk er ulike, gjelder den { $language } teksten.
document-language-en = engelske
document-language-nb = norske
document-language-fr = franske
document-language-de = tyske
document-hash = Fingeravtrykk
document-hash-means = Fingeravtrykket (SHA-256) hører til akkurat denne erklæringen. Kvitteringene dine viser til det, så du kan bevise hva du fikk vite.
