# La page « Vos données » : les pages propres à une personne. `en/centre.ftl` dit la même chose.
centre-ask-title = Vos données
centre-ask-lede = Saisissez votre adresse électronique. Nous vous envoyons un lien qui ouvre votre propre page : ce que nous détenons sur vous, qui l’a reçu, ce que vous avez accepté et ce que vous pouvez demander.
centre-ask-email = Adresse électronique
centre-ask-email-hint = Celle que vous avez utilisée avec nous, s’il y en a une.
centre-ask-button = M’envoyer un lien
centre-ask-not-an-address = Cela ne ressemble pas à une adresse électronique. Il faut un @ et un domaine, par exemple marie@societe.fr.
centre-ask-over = Votre session est terminée
centre-ask-over-text = Pour votre sécurité, une telle page se ferme au bout de deux heures. Demandez un nouveau lien pour continuer.
centre-ask-erased = Vos données ont été effacées
centre-ask-erased-text = Vous l’avez demandé, et c’est fait ; la page que vous aviez ouverte a disparu en même temps. Le dernier courriel à votre adresse dit ce qui a été effacé, ce qui reste, pourquoi et jusqu’à quand, et mène au reçu.
centre-ask-erased-next = Vous n’avez plus rien à faire. Si vous vous connectez de nouveau avec cette adresse, vous repartez de zéro.
centre-ask-other = Sans courriel
centre-ask-other-email = Vous pouvez aussi écrire à { $name } à l’adresse { $email }. Vous avez les mêmes droits et les mêmes délais s’appliquent.
centre-ask-other-staff = Vous pouvez aussi vous adresser à { $name } par courrier, par téléphone ou sur place. Vous avez les mêmes droits et les mêmes délais s’appliquent.
centre-asked-title = Consultez votre messagerie
centre-asked-lede = Si l’adresse est correcte, un courriel contenant un lien est en route. Le lien est valable une demi-heure et fonctionne une seule fois.
centre-asked-next = Ouvrez le lien du courriel et appuyez sur le bouton de la page à laquelle il mène.
centre-asked-none = Toujours rien après quelques minutes ? Regardez dans les courriels indésirables et vérifiez que vous avez saisi la bonne adresse. Notre réponse est la même pour toutes les adresses, afin que personne ne puisse savoir ici qui est notre client.
centre-asked-again = Demander un nouveau lien
centre-link-title = Ouvrir votre page
centre-link-lede = Appuyez sur le bouton pour ouvrir votre propre page.
centre-link-button = Ouvrir ma page
centre-link-why = Nous vous demandons ce geste parce que les programmes qui contrôlent les courriels suivent les liens d’eux-mêmes. Rien ne s’est encore passé, et le lien reste valable tant que vous n’avez pas appuyé.
centre-dead-title = Ce lien ne s’ouvre pas
centre-home-title = Ce que nous détenons sur vous
centre-home-lede = Affiché pour { $known }, état au { $when }.
centre-home-ask = Faire une demande
centre-home-requests =
    { $count ->
        [one] Votre demande
       *[other] Vos { $count } demandes
    }
centre-home-silent = Son contenu n’est pas montré ci-dessous. Cela ne veut pas dire qu’il n’y a rien.
centre-home-nothing = Nous ne détenons rien sur vous.
centre-home-no-data = Nous n’avons trouvé aucune donnée sous cette adresse. Ce que vous avez accepté et ce que vous avez demandé figure ci-dessous.
centre-home-more =
    { $count ->
        [one] Une autre entrée n’est pas affichée ici. Demandez une copie pour tout obtenir.
       *[other] { $count } autres entrées ne sont pas affichées ici. Demandez une copie pour tout obtenir.
    }
centre-home-withheld = concerne quelqu’un d’autre, non montré
centre-home-secret = enregistré, montré à personne
centre-home-why = Pourquoi avez-vous cela ?
centre-home-kept-for = Conservé pour : { $purposes }.
centre-home-overdue =
    { $count ->
        [one] Une entrée a dépassé sa durée : elle pouvait être gardée jusqu’au { $since }. Elle doit être effacée ; si vous demandez l’effacement, elle part avec le reste.
       *[other] { $count } entrées ont dépassé leur durée : la première pouvait être gardée jusqu’au { $since }. Elles doivent être effacées ; si vous demandez l’effacement, elles partent avec le reste.
    }
centre-home-who = Qui a reçu vos données
centre-home-nobody = Aucune donnée vous concernant n’a été transmise à l’extérieur par ce système.
centre-home-recipient = Qui
centre-home-what = Quoi
centre-home-when = Quand
centre-home-looks = Qui, chez nous, les a consultées
centre-home-looks-none = Personne chez nous n’a consulté vos données ici. Chaque consultation est notée avec sa raison.
centre-home-agreed = Ce que vous avez accepté
centre-home-agreed-none = Vous n’avez encore rien accepté ici.
centre-home-what-happened = Quoi
centre-home-wording = Mot pour mot
centre-home-version = Version
centre-home-receipts = Vos reçus
centre-new-title = Faire une demande
centre-new-lede = C’est gratuit, et vous n’avez pas à dire pourquoi.
centre-new-what = Que souhaitez-vous ?
centre-new-choose = Choisissez ce que vous souhaitez.
centre-new-detail = Ce que nous devrions savoir
centre-new-detail-hint = Pour une rectification, une réclamation ou une question : ce dont il s’agit. Sinon, par exemple, les données concernées. N’écrivez rien sur d’autres personnes.
centre-new-long = C’est plus long que { $most } caractères. Merci de raccourcir.
centre-new-next = Ce qui se passe ensuite
centre-new-next-text = Vous recevez un courriel qui confirme votre demande, avec une référence. Nous répondons dans un délai d’un mois au plus. Vous pouvez suivre chaque étape sur votre page.
centre-new-button = Envoyer la demande
centre-new-open = Vous l’avez déjà demandé
centre-new-open-text = Votre demande { $reference } du { $when } est encore ouverte : nous n’en avons pas ouvert une seconde.
centre-new-open-link = Voir la demande { $reference }
centre-new-another = En ouvrir une autre malgré tout
centre-new-another-hint = Par exemple parce qu’elle porte sur d’autres données. Il est répondu aux deux.
centre-complain = Si nous ne répondons pas à temps ou si la réponse ne vous satisfait pas, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }).
centre-requests-title = Vos demandes
centre-requests-what = Quoi
centre-requests-reference = Référence
centre-requests-received = Reçue
centre-requests-state = Où elle en est
centre-requests-due = Réponse due
centre-requests-empty = Vous n’avez encore rien demandé. Quand vous le ferez, vous pourrez suivre votre demande ici.
centre-request-opened = Votre demande est arrivée
centre-request-opened-text = Gardez la référence si vous voulez nous écrire ou nous appeler à ce sujet. Un courriel la confirme.
centre-request-already = Vous l’avez déjà demandé
centre-request-already-text = Voici la demande que vous avez déjà faite. Il n’en faut pas une seconde.
centre-request-answer = Votre réponse
centre-request-answer-text = Un fichier (ZIP, { $size } ko) : un PDF à lire, et les mêmes données en JSON et CSV à réutiliser ailleurs.
centre-request-answer-until = Vous pouvez la télécharger jusqu’au { $when }.
centre-request-answer-over = La réponse ne peut plus être téléchargée ici. Vous pouvez demander une nouvelle copie à tout moment.
centre-request-answer-ended = Le délai a pris fin le { $when }.
centre-request-download = Télécharger la réponse
centre-request-outcome = Ce qui a été fait
centre-request-outcome-text = Chaque ligne a été vérifiée ensuite en interrogeant de nouveau la base de données. Pour ce qui est conservé, il est dit pourquoi et jusqu’à quand.
centre-request-kept = Ce qui reste, et pourquoi
centre-request-detail = Ce qui a été écrit
centre-request-messages = Messages
centre-request-you = Vous
centre-request-wrote = { $who }, { $when }
centre-request-timeline = Ce qui s’est passé
centre-request-withdraw = Retirer la demande

# Ce que chaque finalité permet maintenant : une phrase pour chaque raison du contrôle.
centre-home-uses = À quoi nous pouvons utiliser vos données maintenant
centre-home-use = Finalité
centre-home-state = Maintenant
centre-home-withdraw = Retirer
centre-home-waiting = En attente de votre accord
centre-home-waiting-text = Quelqu’un nous a envoyé un formulaire avec votre adresse et a coché ceci le { $when }. Cela ne compte que si vous le dites :
centre-home-waiting-yes = Oui, je suis d’accord
centre-home-waiting-no = Non
centre-home-queued = Était-ce vous ?
centre-home-queued-text = Pendant la restauration de notre base de données, quelqu’un a donné votre adresse le { $when } et a demandé : { $kind }. Cela ne compte que si vous le dites.
centre-home-queued-yes = Oui, c’était moi
centre-home-queued-no = Non, ce n’était pas moi
standing-consent = Vous avez accepté. Vous pouvez revenir sur ce choix à tout moment.
standing-contract = Nécessaire au contrat avec vous.
standing-legal-obligation = La loi nous y oblige.
standing-vital-interests = Pour sauvegarder les intérêts vitaux d’une personne.
standing-public-task = Une mission d’intérêt public.
standing-legitimate-interest = Notre intérêt. Vous pouvez vous y opposer.
standing-purpose-not-declared = Non utilisé : notre politique ne prévoit plus cette finalité.
standing-subject-unknown = Non utilisé.
standing-erased = Non utilisé : vos données ont été effacées.
standing-restricted = Arrêté : vous avez demandé que vos données soient conservées sans servir à autre chose.
standing-not-stated-at-collection = Non utilisé : cela ne vous était pas annoncé lorsque vous avez fourni les données.
standing-no-consent = Non utilisé : vous n’avez pas donné votre accord.
standing-consent-refused = Non utilisé : vous avez refusé.
standing-consent-withdrawn = Arrêté : vous avez retiré votre consentement.
standing-consent-expired = Arrêté : votre consentement est arrivé à échéance.
standing-objected = Arrêté : vous avez exprimé votre opposition.
standing-marketing-objected = Arrêté : vous avez refusé la prospection.
standing-recipient-not-declared = Non transmis : notre politique ne nomme pas ce destinataire.
standing-field-not-for-recipient = Non transmis à ce destinataire.
standing-recipient-opted-out = Non transmis : vous avez refusé.
standing-field-not-declared = Non utilisé pour cela.
standing-retention-over = Non utilisé : la durée de conservation est écoulée.
standing-not-instructed = Non utilisé : le client à qui appartiennent les données ne l’a pas demandé.
standing-channel-not-declared = Vous n’êtes pas contacté par ce moyen pour cela.
standing-channel-refused = Vous n’êtes pas contacté par ce moyen : vous avez refusé.
standing-channel-not-permitted = Vous n’êtes pas contacté par ce moyen : vous ne l’avez pas accepté.
standing-signalled = Arrêté : votre navigateur nous le demande.
standing-too-young = Non utilisé : vous avez indiqué être plus jeune que ne le demande notre politique.
standing-transfer-unsafe = Non transmis : la protection de vos données n’y est pas assurée.
standing-stale = Non utilisé pour le moment : nous n’avons pas pu vérifier vos derniers choix.
standing-clock-behind = Non utilisé pour le moment : notre horloge est fausse.
standing-ask-the-ledger = Non utilisé pour le moment : nous n’avons pas pu vérifier vos derniers choix.
