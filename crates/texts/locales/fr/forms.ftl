# Les formulaires : ce qui entoure les champs, et ce qui est dit lorsqu'il manque quelque chose.
form-box-accept = J’ai lu et j’accepte { $document }
form-box-policy = la politique de confidentialité de { $controller }, version du { $version }
form-read-policy = la politique de confidentialité
form-box-agreement = { $agreement }
form-box-consent = J’accepte que { $controller } utilise mes données pour la finalité suivante : « { $purpose } ».

form-problem-missing = Merci de remplir « { $label } ».
form-problem-email = « { $label } » ne ressemble pas à une adresse électronique. Il faut un nom, un @ et un domaine, par exemple marie@societe.fr.
form-problem-phone = « { $label } » ne ressemble pas à un numéro de téléphone. Utilisez des chiffres, avec l’indicatif du pays, par exemple +33 3 20 12 34 56.
form-problem-date = « { $label } » n’est pas une date. Écrivez année-mois-jour, par exemple 2026-11-21.
form-problem-number = « { $label } » doit être un nombre.
form-problem-long =
    « { $label } » est trop long : { $length ->
        [one] { $length } caractère
       *[other] { $length } caractères
    }, pour { $most } au plus. Merci de raccourcir.
form-problem-lines = « { $label } » doit tenir sur une seule ligne.
form-problem-control = « { $label } » contient des caractères qui ne peuvent pas être enregistrés. Merci de le saisir à nouveau, sans coller de texte.
form-problem-twice = « { $label } » a été envoyé deux fois, et nous ne savons pas quelle valeur retenir. Vérifiez-la et renvoyez le formulaire.
form-problem-unknown = Le formulaire ne demande pas « { $field } » : nous ne l’enregistrons pas, et rien n’a été enregistré. Rechargez la page et renvoyez le formulaire.
form-problem-not-accepted = Merci de cocher cette case. Sans elle, nous ne pouvons pas prendre en compte le formulaire.
form-problem-box-unknown = Le formulaire n’a pas de case « { $field } ». Rechargez la page et renvoyez le formulaire.
form-problem-token-missing = Le formulaire est arrivé sans sa marque de sécurité. Rien n’est perdu : vérifiez vos réponses ci-dessous et renvoyez-le.
form-problem-token-old = La page est restée ouverte très longtemps, ou la politique a changé entre-temps. Rien n’est perdu : vérifiez vos réponses et les cases ci-dessous, puis renvoyez le formulaire.
form-problem-token-wrong = La marque de sécurité du formulaire a été endommagée en chemin. Rien n’est perdu : vérifiez vos réponses ci-dessous et renvoyez-le.
