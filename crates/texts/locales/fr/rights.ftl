# Les demandes des personnes : sortes, états, ce qui vient ensuite, plans et résultats.
rights-kind-access = Une copie de vos données
rights-kind-access-explained = Vous recevez tout ce que nous détenons sur vous, pourquoi, d’où cela vient, qui l’a reçu et pour combien de temps : un PDF à lire et des fichiers à réutiliser.
rights-kind-erasure = L’effacement de vos données
rights-kind-erasure-explained = Nous effaçons ce que nous détenons sur vous. Ce qu’une loi nous oblige à garder reste jusqu’à son terme, et nous vous disons quoi et pourquoi.
rights-kind-rectification = La rectification de vos données
rights-kind-rectification-explained = Dites-nous ce qui est inexact ou incomplet : nous le corrigeons, ou nous y joignons votre déclaration.
rights-kind-restriction = La limitation du traitement
rights-kind-restriction-explained = Nous gardons vos données sans en faire autre chose, par exemple le temps de vérifier qu’elles sont exactes.
rights-kind-portability = Vos données à emporter
rights-kind-portability-explained = Vous recevez ce que vous nous avez fourni dans un format qu’un autre service sait lire.
rights-kind-objection = Une opposition
rights-kind-objection-explained = Vous vous opposez à une utilisation fondée sur notre intérêt. La prospection cesse aussitôt.
rights-kind-withdrawal = Le retrait d’un consentement
rights-kind-withdrawal-explained = Vous revenez sur ce que vous avez accepté. À partir de là, nous ne le faisons plus.
rights-kind-complaint = Une réclamation
rights-kind-complaint-explained = Dites-nous ce qui n’a pas été. Vous pouvez aussi, à tout moment, saisir l’autorité de contrôle.
rights-kind-question = Une question
rights-kind-question-explained = Posez toute question sur vos données.

rights-state-open = Reçue
rights-state-planned = En préparation
rights-state-running = En cours d’exécution
rights-state-partly-done = Partiellement exécutée
rights-state-done = Exécutée
rights-state-answered = Réponse donnée
rights-state-refused = Refusée
rights-state-withdrawn = Retirée

rights-refusal-not-identified = Nous n’avons pas pu établir qui fait la demande (RGPD, art. 12, paragraphes 2 et 6)
rights-refusal-excessive = La demande est manifestement infondée ou excessive (RGPD, art. 12, paragraphe 5)
rights-refusal-others-rights = Les droits d’autres personnes s’y opposent (RGPD, art. 15, paragraphe 4, et art. 20, paragraphe 4)
rights-refusal-legal-obligation = Une loi nous oblige à garder les données ou à ne pas les communiquer (RGPD, art. 17, paragraphe 3, point b, et art. 23)
rights-refusal-legal-claims = Nous avons besoin des données pour des droits en justice (RGPD, art. 17, paragraphe 3, point e)
rights-refusal-not-applicable = Rien de ce que la loi prévoit pour cela ne s’applique ici

rights-error-request-not-found = Cette demande n’existe pas ici. Vérifiez le lien, ou retrouvez-la dans votre liste.
rights-error-request-wrong-state = Ce n’est plus possible : la demande a avancé. Rechargez la page pour voir où elle en est.
rights-error-request-changed = Quelqu’un vient de modifier cette demande. Regardez-la à nouveau et refaites ce que vous vouliez faire.
rights-error-request-needs-choice = Plusieurs entrées correspondent. Choisissez d’abord lesquelles sont celles de cette personne.
rights-error-request-needs-rehearsal = Simulez le plan avant de l’exécuter. S’il a été simulé : ce qui est enregistré a changé depuis, et un nouveau plan a été établi. Examinez-le et simulez-le.
rights-error-request-others-open = Cette personne attend encore la réponse à une autre demande. Répondez d’abord à celle-là : après l’effacement, ce ne serait plus possible.
rights-error-request-shared = Quelqu’un d’autre dans Abide présente la même adresse vérifiée, et d’autres identifiants. Cherchez de qui il s’agit. Si c’est la même personne, ouvrez aussi un effacement avec cet identifiant ; les deux pourront alors s’exécuter.
rights-error-request-extension = Le délai ne peut être prolongé qu’une fois, et seulement pendant le premier mois (RGPD, art. 12, paragraphe 3).
rights-error-request-told-first = La personne doit être informée avant la levée de la limitation (RGPD, art. 18, paragraphe 3). Informez-la d’abord, puis attendez le jour indiqué.
rights-error-request-objection = Une opposition à la prospection l’emporte toujours (RGPD, art. 21, paragraphe 3).
rights-error-request-day = Ce jour n’est pas encore venu. Indiquez le jour où cela a été fait.
rights-error-request-needs-plan = Établissez d’abord un plan.
rights-error-answer-not-ready = Il n’y a pas encore de réponse. Vous recevrez un courriel dès qu’elle sera prête.
rights-error-answer-expired = Cette réponse n’est plus disponible : pour votre sécurité, elle n’est gardée que peu de temps. Demandez une nouvelle copie, c’est gratuit.
rights-error-forbidden = Votre rôle ne le permet pas. Demandez à un collègue qui a le rôle de référent protection des données.
rights-error-text-length = Écrivez entre 1 et { $most } caractères.
rights-error-identifier-invalid =
    { $kind ->
        [email] Ceci n’est pas une adresse électronique. Vérifiez qu’il n’y a pas de faute de frappe.
        [phone] Ceci n’est pas un numéro de téléphone. Commencez par le pays, comme dans +33 3 20 12 34 56.
       *[number] Saisissez le numéro tel qu’il figure sur le courrier ou dans vos dossiers.
    }
rights-error-store-failed = L’une de nos bases de données n’a pas répondu. Rien n’est perdu : réessayez dans quelques minutes.
rights-error-internal = Une erreur s’est produite de notre côté. Rien n’est perdu : réessayez dans quelques minutes.

rights-law-first-reply = Notre promesse d’une première réponse
rights-event-received = La demande est arrivée
rights-event-planned = Un plan a été établi
rights-event-rehearsed = Le plan a été simulé
rights-event-not-delivered = Le dernier courriel n’a pas pu être remis
rights-event-replied = Nous avons répondu

rights-next-access = Nous rassemblons vos données et vous écrivons quand la copie est prête, au plus tard le { $due }. Si rien n’est arrivé d’ici là, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }).
rights-next-erasure = Nous vérifions ce qui peut être effacé et ce qu’une loi nous oblige à garder, puis nous effaçons. Vous recevez un courriel quand c’est fait, au plus tard le { $due }. Si rien n’est arrivé d’ici là, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }).
rights-next-by-hand = Une personne lit votre demande et vous répond, au plus tard le { $due }. Si rien n’est arrivé d’ici là, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }).
rights-next-state-running = Elle est en cours d’exécution. Vous recevez un courriel quand c’est terminé, au plus tard le { $due }.
rights-next-state-partly-done = Une partie est faite ; un endroit n’a pas encore répondu et sera interrogé à nouveau. Vous recevez un courriel quand tout est terminé, au plus tard le { $due }. Si rien n’est arrivé d’ici là, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }).
rights-next-state-done = Cette demande est terminée. Si vous contestez la réponse, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }).
rights-next-state-answered = Il a été répondu à cette demande. Si vous contestez la réponse, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }).
rights-next-state-refused = Nous n’avons pas pu faire ce que vous avez demandé ; le motif figure ci-dessous. Si vous n’êtes pas d’accord, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }) ou saisir un tribunal.
rights-next-state-withdrawn = Vous avez retiré cette demande. Vous pouvez en faire une nouvelle à tout moment.
rights-next-informing = Il a été répondu à votre demande. Ceux à qui nous avons communiqué vos données en sont informés aussi, au plus tard le { $due }. Si vous contestez la réponse, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }).
rights-objection-stands = Votre opposition est retenue : nous n’utilisons plus vos données pour ce à quoi vous vous êtes opposé.
rights-objection-overridden = Nous continuons d’utiliser vos données à la fin suivante, parce que nos motifs prévalent sur les vôtres (RGPD, art. 21, paragraphe 1) : { $purposes }.

rights-alert-answer-late = La réponse est en retard
rights-alert-answer-soon = La réponse est bientôt due
rights-alert-reply-late = La première réponse est en retard
rights-alert-reply-soon = La première réponse est bientôt due
rights-alert-partly-done = Partiellement exécutée : une étape attend
rights-alert-retrying = Une étape a échoué et sera tentée à nouveau
rights-alert-inform =
    { $count ->
        [one] Un destinataire reste à informer (art. 19)
       *[other] { $count } destinataires restent à informer (art. 19)
    }

rights-outcome-deleted = effacé
rights-outcome-anonymised = anonymisé
rights-outcome-kept = conservé
rights-outcome-copied = copié
rights-outcome-deleted-words =
    { $count ->
        [one] { $place }, { $table } : { $count } entrée effacée
       *[other] { $place }, { $table } : { $count } entrées effacées
    }
rights-outcome-anonymised-words =
    { $count ->
        [one] { $place }, { $table } : { $count } entrée anonymisée
       *[other] { $place }, { $table } : { $count } entrées anonymisées
    }
rights-outcome-kept-words =
    { $count ->
        [one] { $place }, { $table } : { $count } entrée conservée. { $ground }. { $until }
       *[other] { $place }, { $table } : { $count } entrées conservées. { $ground }. { $until }
    }
rights-outcome-copied-words =
    { $count ->
        [one] { $place }, { $table } : { $count } entrée copiée
       *[other] { $place }, { $table } : { $count } entrées copiées
    }
rights-outcome-until = Jusqu’au { $until }
rights-outcome-until-range = La première jusqu’au { $first }, la dernière jusqu’au { $last }
rights-outcome-stays = À votre sujet, elles contiennent encore : { $columns }
rights-outcome-removed = Retiré de ces entrées : { $columns }
rights-until-range = la première : { $first }, la dernière : { $last }
rights-until-open = terme du délai pendant lequel des droits peuvent être invoqués en justice
rights-table-unlinked = { $table } (entrées d’autres personnes qui renvoyaient à vous)
rights-table-redacted = { $table } (votre nom dans des textes libres)
rights-own-records = Ce qui a été fourni par des formulaires
rights-own-identifiers = Adresses et numéros vérifiés
rights-own-links = Liens vers d’autres bases de données
rights-own-packages = Réponses préparées
rights-remains = { $what } : { $ground }. Jusqu’au { $until }.
rights-remains-evidence = Le journal de ce qui a été accepté, demandé et fait, sans contenu et sans votre adresse
rights-remains-evidence-ground = pour pouvoir le prouver (RGPD, art. 5, paragraphe 2, et art. 17, paragraphe 3, point e)
rights-remains-tombstone = Une marque indiquant que l’effacement a eu lieu, et qui ne nomme personne
rights-remains-tombstone-ground = pour qu’aucune sauvegarde ne fasse revenir vos données (RGPD, art. 32)
rights-remains-suppression = Une marque, protégée par une clé, de vos adresses vérifiées, dont personne ne peut les déduire
rights-remains-suppression-ground = pour qu’aucune importation ni aucune liste ne vous fasse revenir ; vous pouvez revenir vous-même à tout moment (RGPD, art. 6, paragraphe 1, point f, art. 17, paragraphe 1, et art. 21, paragraphe 3)
rights-remains-key = Votre clé dans les sauvegardes des clés
rights-remains-key-ground = détruite ici ; ces sauvegardes ne peuvent plus être ouvertes après { $days } jours (RGPD, art. 17 et 32)
rights-report-done = Effacé ou anonymisé :
rights-report-nothing-found = Nous n’avons rien trouvé qui puisse être effacé.
rights-report-stays = Ce qui reste, pourquoi, et jusqu’à quand :
rights-report-nothing-stays = Plus rien n’est conservé sur vous.
rights-report-told = Nous informons aussi ceux à qui nous avons communiqué vos données, pour qu’ils les effacent également : { $recipients }.

rights-step-publish = Publier la marque de l’effacement
rights-step-erase = Effacer dans { $store }
rights-step-forget = Effacer ce que détient Abide et détruire la clé de la personne
rights-step-tell = Informer la personne et clore
rights-step-answer = Tout rassembler et préparer la réponse
rights-step-inform = Informer { $store } (RGPD, art. 19)
rights-step-state-waiting = en attente
rights-step-state-running = en cours
rights-step-state-retrying = échouée, sera tentée à nouveau
rights-step-state-done = faite et vérifiée
rights-step-state-by-hand = à faire par vous
rights-informed = informé le { $when }, { $means }
rights-means-email = par courriel
rights-means-letter = par lettre
rights-means-telephone = par téléphone
rights-means-portal = par leur propre page
rights-means-not-possible = impossible ou disproportionné
rights-problem-tell = Ces destinataires ont reçu des données de cette personne : { $recipients }. Chacun doit être informé de l’effacement (RGPD, art. 19) : après l’exécution, une étape est prévue pour chacun, à cocher. Jusque-là, la demande reste ouverte.
rights-problem-written =
    { $count ->
        [one] Une ligne de la copie contient un texte écrit librement. Il peut nommer d’autres personnes. Lisez-le avant de remettre la copie, et refusez ou répondez à la main lorsque les droits d’autrui s’y opposent (art. 15, paragraphe 4).
       *[other] { $count } lignes de la copie contiennent un texte écrit librement. Elles peuvent nommer d’autres personnes. Lisez-les avant de remettre la copie, et refusez ou répondez à la main lorsque les droits d’autrui s’y opposent (art. 15, paragraphe 4).
    }
rights-written = Les messages et les notes sont montrés tels qu’ils ont été écrits. Ils peuvent nommer d’autres personnes.
rights-problem-uncertain = { $table }, { $column } : { $count } textes peuvent nommer cette personne, mais d’autres portent le même nom. Ils ne sont pas modifiés ; examinez-les à la main.

rights-identifier-email = adresse électronique
rights-identifier-phone = numéro de téléphone
rights-identifier-number = numéro
rights-match-exact = correspondance exacte ({ $kind })
rights-match-case = correspondance aux majuscules près ({ $kind })

rights-place-abide = Page « Vos données »
rights-place-store = Base de données { $store }
rights-place-read =
    { $count ->
        [0] { $place } : recherche faite, rien trouvé.
        [one] { $place } : recherche faite, { $count } entrée trouvée.
       *[other] { $place } : recherche faite, { $count } entrées trouvées.
    }
rights-place-unreachable = { $place } : inaccessible en ce moment, nous ne savons donc pas ce qui s’y trouve. Revenez plus tard.
rights-place-needs-choice = { $place } : plusieurs entrées partagent votre adresse. Demandez une copie de vos données ; nous vérifions lesquelles sont les vôtres avant de montrer quoi que ce soit.
rights-section-form = Formulaire « { $form } »
rights-origin-form = vous nous l’avez fourni dans un formulaire
rights-origin-store = notre base de données { $store }
rights-mentioned =
    { $count ->
        [one] { $count } entrée d’une autre personne dans { $table } renvoie à vous ({ $column }).
       *[other] { $count } entrées d’autres personnes dans { $table } renvoient à vous ({ $column }).
    }
rights-withheld-other =
    { $count ->
        [one] { $columns } : dans { $count } entrée, cela concerne quelqu’un d’autre et n’est pas montré (RGPD, art. 15, paragraphe 4).
       *[other] { $columns } : dans { $count } entrées, cela concerne quelqu’un d’autre et n’est pas montré (RGPD, art. 15, paragraphe 4).
    }
rights-withheld-secret = { $columns } : enregistré, mais montré à personne, parce que cela vous protège.
rights-withheld-by-us =
    { $count ->
        [one] { $columns } : nous ne communiquons pas { $count } entrée. { $ground }
       *[other] { $columns } : nous ne communiquons pas { $count } entrées. { $ground }
    }
rights-ground-others-rights = Le texte nomme d’autres personnes, aux droits et libertés desquelles il porterait atteinte (RGPD, art. 15, paragraphe 4).
rights-ground-trade-secrets = Le texte contient un secret des affaires (RGPD, art. 15, paragraphe 4, considérant 63).
rights-receipt = Reçu : { $what }
rights-entry-accepted = Vous avez accepté un texte
rights-entry-consent-given = Vous avez donné votre consentement
rights-entry-consent-refused = Vous avez refusé votre consentement
rights-entry-consent-withdrawn = Vous avez retiré votre consentement
rights-entry-consent-expired = Votre consentement est arrivé à échéance
rights-entry-objection = Vous avez exprimé votre opposition
rights-entry-objection-withdrawn = Vous avez retiré votre opposition
rights-entry-recipient-opted-out = Vous avez exclu un destinataire
rights-entry-recipient-opted-in = Vous avez de nouveau autorisé un destinataire
rights-entry-age-attested = Vous avez attesté votre âge
rights-look-answer-request = pour répondre à votre demande
rights-look-verify-identity = pour savoir qui fait la demande
rights-look-investigate-problem = pour examiner une réclamation ou une erreur
rights-look-legal-duty = parce qu’un tribunal, une autorité ou une action en justice l’exige
