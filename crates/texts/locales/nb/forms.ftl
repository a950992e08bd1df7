# Skjemaene: det som står rundt feltene, og det som sies når noe mangler.
form-box-accept = Jeg har lest og godtar { $document }
form-box-policy = personvernerklæringen til { $controller }, versjonen fra { $version }
form-read-policy = personvernerklæringen
form-box-agreement = { $agreement }
form-box-consent = Jeg samtykker til at { $controller } bruker opplysningene mine til dette: «{ $purpose }».

form-problem-missing = Fyll ut «{ $label }».
form-problem-email = «{ $label }» ser ikke ut som en e-postadresse. Den må ha et navn, en krøllalfa og et domene, for eksempel kari@firma.no.
form-problem-phone = «{ $label }» ser ikke ut som et telefonnummer. Bruk sifre, med landskode hvis nummeret ikke er norsk, for eksempel +46 70 123 45 67.
form-problem-date = «{ $label }» er ikke en dato. Skriv år-måned-dag, for eksempel 2026-11-21.
form-problem-number = «{ $label }» må være et tall.
form-problem-long =
    «{ $label }» er for langt: { $length ->
        [one] { $length } tegn
       *[other] { $length } tegn
    }, og det er plass til { $most }. Gjør det kortere.
form-problem-lines = «{ $label }» må stå på én linje.
form-problem-control = «{ $label }» inneholder tegn som ikke kan lagres. Skriv det inn på nytt uten å lime inn.
form-problem-twice = «{ $label }» kom to ganger, så vi vet ikke hvilken som gjelder. Kontroller feltet og send skjemaet på nytt.
form-problem-unknown = Skjemaet spør ikke om «{ $field }», så vi lagrer det ikke og har ikke lagret noe. Last inn siden på nytt og send skjemaet igjen.
form-problem-not-accepted = Kryss av her. Uten det kan vi ikke ta imot skjemaet.
form-problem-box-unknown = Skjemaet har ingen boks «{ $field }». Last inn siden på nytt og send skjemaet igjen.
form-problem-token-missing = Skjemaet kom uten sikkerhetsmerket sitt. Ingenting er tapt: Se over feltene under og send det på nytt.
form-problem-token-old = Siden har vært åpen veldig lenge, eller erklæringen er endret siden. Ingenting er tapt: Se over feltene og boksene under og send på nytt.
form-problem-token-wrong = Sikkerhetsmerket i skjemaet ble skadet underveis. Ingenting er tapt: Se over feltene under og send det på nytt.
