# Brevene: for hvert et emne, hvorfor det ble sendt, teksten, den ene handlingen og det som ellers er verdt å vite.
mail-sender-line = Fra { $controller }
mail-link-plain = { $action }: { $link }
mail-policy-line = Slik behandler { $controller } personopplysninger:
mail-no-reply-needed = Dette er en tjenestemelding, uten reklame og uten sporing.

mail-sign-in-link-subject = Lenken til opplysningene dine hos { $controller }
mail-sign-in-link-because = Du får denne e-posten fordi noen skrev inn adressen på personvernsiden til { $controller }.
mail-sign-in-link-text = Åpne lenken under og trykk på knappen der for å se hva som er lagret om deg, be om det eller få det slettet. Lenken virker én gang, i { $minutes } minutter.
mail-sign-in-link-action = Åpne mine opplysninger
mail-sign-in-link-after = Var det ikke deg, trenger du ikke å gjøre noe: Uten lenken ser ingen noe, og den slutter å virke av seg selv.

mail-collected-subject = Kvitteringen din: { $title }
mail-collected-because = Du får denne e-posten fordi du sendte skjemaet «{ $title }» til { $controller } med denne adressen.
mail-collected-text = Vi har mottatt det. Kvitteringen viser nøyaktig hva du godtok, med hvilke ord, og hva opplysningene kan brukes til. Ta gjerne vare på den: Den kan kontrolleres uten oss.
mail-collected-action = Se kvitteringen
mail-collected-waits = Du krysset av for et samtykke. Det gjelder når du selv bekrefter det: skriv inn denne adressen på { $centre }, åpne lenken vi sender, og trykk på «Ja, jeg er enig» der.
mail-collected-after = { $waits }Lenken viser kvitteringen i { $days } dager. Senere, eller for å se og slette det som er lagret om deg, skriver du inn denne adressen på { $centre }. Var det ikke du som sendte skjemaet, si fra til oss der.

mail-request-received-subject = Vi har mottatt henvendelsen { $reference }
mail-request-received-because = Du får denne e-posten fordi du har henvendt deg til { $controller } om personopplysningene dine.
mail-request-received-text = Henvendelsen din ({ $kind }) kom { $received }. Du får svar senest { $due }.
mail-request-received-action = Følg henvendelsen
mail-request-received-after = Kommer svaret ikke i tide, kan du klage til { $authority }.

mail-request-reply-subject = Om henvendelsen { $reference }
mail-request-reply-because = Du får denne e-posten fordi du har henvendt deg til { $controller } om personopplysningene dine.
mail-request-reply-text = { $message }
mail-request-reply-action = Åpne henvendelsen
mail-request-reply-after = Fristen for henvendelsen er { $due }.

mail-answer-ready-subject = Svaret på henvendelsen { $reference } er klart
mail-answer-ready-because = Du får denne e-posten fordi du har henvendt deg til { $controller } om personopplysningene dine.
mail-answer-ready-text = Svaret på henvendelsen din ({ $kind }) er klart. Logg inn med denne adressen for å lese og laste det ned, til og med { $until }.
mail-answer-ready-action = Hent svaret
mail-answer-ready-after = Svaret står ikke i dette brevet, så ingen kan lese det underveis. Er du ikke enig, kan du klage til { $authority }.

mail-erased-subject = Opplysningene dine hos { $controller } er slettet: { $reference }
mail-erased-because = Du får denne e-posten fordi du ba { $controller } om å slette personopplysningene dine. Det er det siste brevet til denne adressen om saken.
mail-erased-text = Vi har slettet opplysningene dine og kontrollert etterpå at de er borte. { $kept }
mail-erased-action = Hent kvitteringen for slettingen
mail-erased-after = Er du ikke enig, kan du klage til { $authority }.

mail-request-refused-subject = Svar på henvendelsen { $reference }
mail-request-refused-because = Du får denne e-posten fordi du har henvendt deg til { $controller } om personopplysningene dine.
mail-request-refused-text = Vi kan ikke gjøre det du ba om. Grunnen er: { $reason }
mail-request-refused-action = Åpne henvendelsen
mail-request-refused-after = Er du ikke enig, kan du klage til { $authority } eller gå til domstolene.

mail-staff-invited-subject = Din ansattkonto for personopplysninger hos { $controller }
mail-staff-invited-because = Du får denne e-posten fordi { $inviter } oppga adressen din til arbeidet med personopplysninger hos { $controller }.
mail-staff-invited-text = Du skal ha en konto med rollen «{ $role }». Åpne lenken nedenfor, velg et passord og legg til en autentiseringsapp på telefonen. Lenken virker én gang, i { $days } dager.
mail-staff-invited-action = Sett opp kontoen min
mail-staff-invited-after = Det du ser på og gjør der, blir skrevet ned under navnet ditt. Vet du ikke hva dette gjelder, trenger du ikke gjøre noe: uten deg forblir kontoen stengt.

mail-request-extended-subject = Vi trenger mer tid til henvendelsen { $reference }
mail-request-extended-because = Du får denne e-posten fordi du har henvendt deg til { $controller } om personopplysningene dine.
mail-request-extended-text = Svaret på henvendelsen din ({ $kind }) tar mer enn en måned. Du får det senest { $due }. Grunnen er: { $reason }
mail-request-extended-action = Åpne henvendelsen
mail-request-extended-after = Loven lar oss bruke to måneder til på vanskelige henvendelser, hvis vi sier fra i løpet av den første (personvernforordningen art. 12 nr. 3). Er du ikke enig, kan du klage til { $authority } eller gå til domstolene.

mail-restriction-ends-subject = Fra { $until } bruker vi opplysningene dine igjen: { $reference }
mail-restriction-ends-because = Du får denne e-posten fordi du har henvendt deg til { $controller } om personopplysningene dine.
mail-restriction-ends-text = Du ba oss beholde opplysningene dine uten å gjøre noe annet med dem. Det tar slutt { $until }. Grunnen er: { $reason }
mail-restriction-ends-action = Åpne henvendelsen
mail-restriction-ends-after = Fram til da endrer ingenting seg (personvernforordningen art. 18 nr. 3). Er du ikke enig, kan du svare oss på siden til henvendelsen; du kan også klage til { $authority } eller gå til domstolene.

mail-doctor-subject = Hovedboken til { $service }: noe er ikke som det skal
mail-doctor-because = Du får dette fordi du er personvernansvarlig hos { $controller }.
mail-doctor-text = Den jevnlige kontrollen av hovedboken fant { $count } ting som må undersøkes. Det første: { $first }
mail-doctor-action = Se alt
mail-doctor-after = Du får dette brevet én gang for de samme funnene. Til de er rettet, viser siden om hovedboken dem.

mail-bulk-subject = Avvist: mange personers opplysninger til { $recipient }
mail-bulk-because = Du får dette fordi du er personvernansvarlig hos { $controller }.
mail-bulk-text = I dag ble opplysninger om { $count } personer bedt om for { $recipient }, som erklæringen ikke angir for det. Ingenting ble gitt ut. Finn ut hvilket program eller hvilken kommando som spurte, og hvorfor.
mail-bulk-action = Se forsøkene
mail-bulk-after = Du får dette brevet én gang om dagen for samme mottaker. Ta tilbake programmets tilgang hvis du ikke kjenner det.

mail-queued-subject = Vi har fått det du sendte: { $kind }
mail-queued-because = Du får dette fordi denne adressen ble oppgitt { $when } på siden vår, mens databasen ble gjenopprettet.
mail-queued-text = Du sendte oss: { $kind }. Nå virker alt igjen. Åpne siden, logg inn med denne adressen ({ $email }), og si der at det var deg: da tas det du sendte, opp fra { $when }.
mail-queued-action = Si at det var meg
mail-queued-after = Hvis du ikke har sendt det, trenger du ikke gjøre noe: etter tretti dager er det borte.
