# La politique publiée. Des phrases courtes, des mots simples ; chaque phrase découle d'une déclaration.
document-title = Politique de confidentialité du service { $service }
document-subtitle = Comment { $controller } utilise les données qui vous concernent, pourquoi, et ce que vous pouvez faire
document-contents = Sommaire
document-meta-version = Version du
document-meta-controller = Responsable du traitement

document-short = En bref
document-short-intro = Ce tableau montre tout ce pour quoi { $service } utilise des données qui vous concernent. Chaque ligne renvoie au détail, plus bas.
document-short-caption = Pourquoi nous utilisons vos données
document-short-rights-title = C’est vous qui décidez
document-short-rights = Vous pouvez consulter vos données, les faire rectifier ou effacer, vous opposer à leur utilisation et changer d’avis. Rendez-vous sur
document-privacy-link = la page « Vos données »
document-head-why = Finalité
document-head-what = Données utilisées
document-head-how-long = Durée
document-head-with-whom = Destinataires

document-who = Qui nous sommes
document-who-intro = { $controller } décide pourquoi et comment les données qui vous concernent sont utilisées sur { $service }, et en répond. C’est ce que la loi appelle le responsable du traitement.
document-name = Nom
document-registration = Numéro d’immatriculation
document-country = Pays
document-address = Adresse
document-email = Adresse électronique
document-phone = Téléphone
document-website = Site internet
document-officer = Délégué à la protection des données
document-representative = Représentant
document-who-mail = Une seule adresse reçoit tout ce qui touche à vos données : questions, rectifications, oppositions et demandes d’effacement.
document-minimum-age = Vous devez avoir au moins { $age } ans pour utiliser le service.

document-purposes = Pourquoi nous utilisons vos données
document-purposes-intro = Nous utilisons vos données pour les finalités ci-dessous et pour aucune autre. Chacune repose sur une base légale de l’article 6 du règlement général sur la protection des données (RGPD). Une fois la durée écoulée, les données sont effacées, sauf mention contraire.
document-fact-basis = Base légale
document-fact-data = Données
document-fact-source = D’où elles viennent
document-fact-keep = Durée de conservation
document-fact-with = Destinataires
document-fact-duty = Est-ce obligatoire ?
document-fact-agreement = Contrat
document-fact-anonymous = Anonymat
document-labelled = { $label } :
document-anonymous = Nous ne conservons rien qui permette de vous reconnaître, et nous ne le relions pas à vous.
document-basis-consent = Votre consentement (art. 6.1.a)
document-basis-contract = Un contrat avec vous, ou ce que vous demandez avant d’en conclure un (art. 6.1.b)
document-basis-legal-obligation = Une obligation légale (art. 6.1.c)
document-basis-vital-interests = La sauvegarde des intérêts vitaux d’une personne (art. 6.1.d)
document-basis-public-task = Une mission d’intérêt public (art. 6.1.e)
document-basis-legitimate-interest = Notre intérêt légitime (art. 6.1.f)
document-basis-instructed = Le client choisit la base légale et en répond ; nous agissons sur ses instructions (art. 28.3.a).
document-can-object = Vous pouvez vous y opposer à tout moment.
document-can-withdraw = Vous pouvez le retirer à tout moment, aussi simplement que vous l’avez donné. Ce qui a été fait avant reste licite.
document-source-person = de vous
document-source-use = de votre utilisation du service
document-source-others = d’autres utilisateurs
document-source-partners = de partenaires
document-source-organisation = de votre organisation
document-source-public = de sources accessibles au public
document-source-social-media = de réseaux sociaux
document-duty-voluntary = Non, c’est facultatif.
document-duty-contract = Oui, le contrat l’exige.
document-duty-law = Oui, la loi l’exige.
document-nobody = Personne
document-all-of-it = tout ce qu’elle contient
document-automated-none = Aucune décision vous concernant n’est prise par une machine seule.

document-keep-for = { $length } à compter de { $start }
document-keep-until = Jusqu’à { $start }
document-keep-not = Aucune conservation
document-from-collection = la collecte
document-from-last-contact = la date de notre dernier contact
document-from-contract-end = la fin du contrat
document-from-fiscal-year-end = la clôture de l’exercice comptable
document-from-consent-end = la date du retrait de votre consentement
document-from-event = { $event }
document-event-delivered = la livraison
document-event-paid = la date du paiement
document-then-anonymise = Ensuite, tout ce qui permet de vous identifier est retiré.
document-then-isolate = Ensuite, elles sont isolées et ne servent plus à rien jusqu’à ce qu’elles puissent être effacées.

document-data = Les données qui vous concernent
document-data-intro = Voici toutes les données que nous pouvons détenir sur vous. La plupart des personnes ne nous en ont confié qu’une partie.
document-special-never = Nous ne conservons jamais de données sur la santé, les convictions, les opinions politiques, l’appartenance syndicale, l’origine, l’orientation sexuelle, la génétique, la biométrie ou les infractions.
document-special-none = Aucune n’appartient aux catégories particulières que la loi protège le plus, comme la santé ou les convictions. Merci de ne pas nous en envoyer.
document-ip = Nous traitons les adresses IP comme des données à caractère personnel. Toute donnée reliée à vous en est une aussi.

document-recipients = Qui reçoit vos données
document-recipients-none = Nous ne communiquons vos données à personne.
document-recipients-intro = Chaque destinataire reçoit les données indiquées ici et aucune autre, pour les finalités exposées plus haut.
document-recipients-caption = Qui reçoit quelles données, et où
document-head-who = Destinataire
document-head-gets = Données reçues
document-head-where = Lieu
document-head-safeguard = Protection
document-role-processor = Sous-traitant : agit sur nos instructions
document-role-controller = Décide lui-même de l’usage des données (responsable distinct)
document-role-joint-controller = Décide avec nous (responsable conjoint)
document-role-authority = Autorité publique
document-stored = Hébergement : { $country }
document-stored-hosted = Hébergement : { $country }, sur les serveurs de { $host }
document-represented = Représenté dans l’Espace économique européen par { $name }
document-safeguard-none = Même loi qu’ici (RGPD)
document-safeguard-adequacy = Pays dont la Commission européenne a reconnu la protection adéquate (art. 45)
document-safeguard-dpf = Certification au titre du cadre de protection des données UE–États-Unis (art. 45)
document-safeguard-scc = Clauses contractuelles types de la Commission européenne (art. 46)
document-safeguard-bcr = Règles d’entreprise contraignantes (art. 47)
document-safeguard-certification = Code de conduite ou certification approuvés (art. 46)
document-safeguard-explicit-consent = Votre consentement explicite à ce transfert (art. 49)
document-safeguard-contract-needs = Transfert nécessaire au contrat avec vous (art. 49)
document-recipients-each = Chaque destinataire reçoit uniquement les données indiquées ici, pour les finalités citées à côté.
document-safeguard-none-means = Les données restent là où s’applique le règlement général sur la protection des données.
document-safeguard-chosen-means = N’est montré que ce qui est indiqué sous « Données reçues », et rien d’autre.
document-safeguard-adequacy-means = La Commission a examiné la loi de ce pays et constaté qu’elle vous protège à peu près comme le droit européen.
document-safeguard-dpf-means = Le destinataire s’est engagé à suivre des règles que la Commission a jugées adéquates ; vous pouvez réclamer auprès de lui, d’un organe indépendant et de l’autorité d’ici.
document-safeguard-scc-means = Un contrat, dans les termes mêmes de la Commission, oblige le destinataire à protéger les données comme l’exige le droit européen ; vous pouvez vous en prévaloir vous-même.
document-safeguard-bcr-means = Des règles approuvées par une autorité lient toutes les sociétés du groupe du destinataire ; vous pouvez vous en prévaloir vous-même.
document-safeguard-certification-means = Le destinataire s’est engagé à suivre des règles que contrôle un organisme indépendant de lui.
document-safeguard-explicit-consent-means = Ce pays peut moins vous protéger ; vous en avez été informé et y avez consenti.
document-safeguard-contract-needs-means = Ce pays peut moins vous protéger ; sans ce transfert, nous ne pourrions pas faire ce que vous avez demandé.
document-safeguard-undeclared = Aucune protection n’est déclarée pour ce transfert
document-safeguard-undeclared-means = Interrogez-nous avant d’accepter ce qui l’exige.
document-recipients-copy = Vous pouvez nous demander une copie d’un contrat ou d’une garantie.

document-cookies = Cookies et autres traceurs
document-cookies-none = Nous n’enregistrons rien dans votre navigateur.
document-head-cookie = Nom
document-head-set-by = Déposé par
document-head-for = Finalité
document-head-lasts = Durée de vie
document-lasts-session = Jusqu’à la fermeture du navigateur
document-signals-both = Si votre navigateur envoie le signal « Do Not Track » ou « Global Privacy Control », nous le prenons pour un refus.
document-signals-gpc = Si votre navigateur envoie le signal « Global Privacy Control », nous le prenons pour un refus. « Do Not Track » reste sans effet.
document-signals-dnt = Si votre navigateur envoie le signal « Do Not Track », nous le prenons pour un refus. « Global Privacy Control » reste sans effet.
document-signals-none = Les signaux de votre navigateur, comme « Do Not Track » et « Global Privacy Control », restent sans effet.

document-rights = Vos droits
document-rights-intro = Aucun compte ni aucune formule particulière n’est nécessaire. Rendez-vous sur
document-rights-free = C’est gratuit.
document-right-access = Droit d’accès.
document-right-access-means = Vous recevez une copie de vos données, avec tout ce que vous avez le droit de savoir à leur sujet (art. 15).
document-right-rectification = Droit de rectification.
document-right-rectification-means = Vous corrigez ce qui est inexact et complétez ce qui manque. Nous prévenons tous ceux qui ont reçu ces données (art. 16 et 19).
document-right-erasure = Droit à l’effacement.
document-right-erasure-means = Nous effaçons vos données et vous disons ce que la loi nous oblige à garder, et jusqu’à quand (art. 17).
document-right-restriction = Droit à la limitation.
document-right-restriction-means = Tant qu’un point est contesté, nous conservons les données sans en faire autre chose (art. 18).
document-right-portability = Droit à la portabilité.
document-right-portability-means = Vous recevez ce que vous nous avez fourni dans un format que d’autres services savent lire (art. 20).
document-right-objection = Droit d’opposition.
document-right-objection-means = Lorsque nous nous fondons sur notre propre intérêt, vous pouvez dire non. Nous cessons le temps d’examiner votre demande (art. 21).
document-right-marketing = Refus de la prospection.
document-right-marketing-means = Un refus de la prospection n’a pas à être motivé et prend effet aussitôt (art. 21, paragraphe 2).
document-right-withdrawal = Retrait du consentement.
document-right-withdrawal-means = Vous pouvez retirer chaque consentement à tout moment (art. 7, paragraphe 3).
document-answer-within = Nous répondons en { $length } au plus. Si une demande est si complexe qu’il nous faut plus de temps, nous vous disons pourquoi avant la fin de ce délai.
document-first-reply = Vous recevez une première réponse en { $length } au plus.
document-first-reply-office = Vous recevez une première réponse en { $length } au plus, aux heures d’ouverture :
document-office-hours = { $days }, de { $from } à { $to }, hors jours fériés
document-days = du { $first } au { $last }
document-day-mon = lundi
document-day-tue = mardi
document-day-wed = mercredi
document-day-thu = jeudi
document-day-fri = vendredi
document-day-sat = samedi
document-day-sun = dimanche
document-answer-by = La réponse vous parvient { $channels }.
document-withdraw-by = Vous pouvez retirer un consentement { $channels }.
document-channel-privacy-centre = sur la page « Vos données »
document-channel-email = par courriel
document-channel-sms = par SMS
document-channel-site = sur ce site
document-channel-post = par courrier postal
document-channel-phone = par téléphone
document-channel-message = par le lien figurant dans le message

document-complaint = Si notre réponse ne vous convient pas
document-complaint-to = Dites-le-nous. Vous pouvez aussi, à tout moment, introduire une réclamation auprès de l’autorité de contrôle : { $value }.
document-complaint-any = Dites-le-nous. Vous pouvez aussi, à tout moment, introduire une réclamation auprès de l’autorité de contrôle.
document-complaint-else = Vous pouvez également vous adresser à l’autorité du pays où vous résidez ou travaillez, ou à un tribunal.

document-security = Comment nous protégeons vos données
document-security-intro = Voici ce que nous promettons. Lorsqu’un logiciel ne peut pas tenir une promesse, une personne en répond.
document-tls = Tout ce qui circule entre vous et nous est chiffré avec des clés d’au moins { $bits } bits.
document-backups =
    { $days ->
        [one] Ce qui est effacé disparaît de nos sauvegardes après { $days } jour.
       *[other] Ce qui est effacé disparaît de nos sauvegardes après { $days } jours.
    }
document-attested = { $owner } en répond et le vérifie { $every }.
document-every-days =
    { $count ->
        [one] chaque jour
       *[other] tous les { $count } jours
    }
document-every-weeks =
    { $count ->
        [one] chaque semaine
       *[other] toutes les { $count } semaines
    }
document-every-months =
    { $count ->
        [one] chaque mois
       *[other] tous les { $count } mois
    }
document-every-years =
    { $count ->
        [one] chaque année
       *[other] tous les { $count } ans
    }
document-breach-always = En cas de violation de données, nous vous en informons par écrit { $channels }, si faible que soit le risque. Nous la notifions à l’autorité de contrôle dans un délai de { $within } après en avoir pris connaissance.

document-changes = Quand cette politique change
document-change-minor = Simple reformulation :
document-change-significant = Changement important :
document-change-rights-affecting = Changement qui réduit vos droits :
document-told = nous vous en informons { $channels }.
document-told-ahead = nous vous en informons { $channels }, { $ahead } à l’avance.

document-agreements = Autres contrats
document-agreements-intro = Certains de nos services font l’objet de contrats distincts. Vous les acceptez séparément, et nous enregistrons la version acceptée.

document-version = De quelle version il s’agit
document-version-of = Vous lisez la version du { $date }.
document-language-en = anglais
document-language-nb = norvégien
document-language-fr = français
document-language-de = allemand
document-hash = Empreinte
document-hash-means = L’empreinte (SHA-256) correspond à cette politique et à elle seule. Vos reçus la mentionnent : vous pouvez ainsi prouver ce qui vous a été dit.

document-serves = Service proposé dans
document-place-eea = l’Espace économique européen
document-place-world = tous les pays
document-law = Droit et tribunaux
document-law-of = Droit applicable : { $country }. Ce que le droit de votre propre pays vous garantit vous reste acquis.
document-courts = Tribunaux : { $courts }
document-joint = Qui décide avec nous
document-joint-intro = Pour certaines utilisations, d’autres décident avec nous. La loi les appelle responsables conjoints (art. 26). Voici les grandes lignes de notre accord :
document-joint-contact = Adressez-vous d’abord à { $name }.
document-joint-any = Vous pouvez exercer vos droits auprès de chacun de nous.
document-group = Les sociétés de notre groupe
document-group-intro = Une société du groupe n’a accès aux données qui vous concernent que pour ce qui figure ici.
document-group-none = Aucun
document-head-company = Société
document-head-relation = Place dans le groupe
document-head-access = Accès pour
document-relation-parent = Société mère
document-relation-subsidiary = Filiale
document-relation-sister = Société sœur
document-is-reference = Ce texte fait foi ({ $language }). Traductions :
document-is-translation = Ceci est une traduction. En cas d’écart, l’autre texte fait foi ({ $language }). Autres langues :

document-age = Âge
document-age-attestation = Nous vous demandons de confirmer votre âge au passage, et ne gardons que cette confirmation, jamais votre date de naissance.
document-age-not-asked = Nous ne vous demandons pas votre âge.
document-age-guardian = À partir de { $age } ans, vous pouvez l’utiliser si un parent ou un tuteur l’approuve { $channel }.
document-age-found = Si nous apprenons qu’une personne est plus jeune, nous effaçons ses données.
document-age-reports-anyone = Toute personne peut nous le signaler, même sans compte.
document-age-reports-signed-in = Toute personne connectée peut nous le signaler.

document-fact-ground = Données particulières (art. 9)
document-ground-explicit-consent = Vous y avez consenti expressément (art. 9.2.a).
document-ground-employment = Obligations du droit du travail et de la protection sociale (art. 9.2.b).
document-ground-vital-interests = La vie d’une personne est en jeu (art. 9.2.c).
document-ground-membership = Membres d’un organisme à but non lucratif (art. 9.2.d).
document-ground-made-public = Vous l’avez vous-même rendu public (art. 9.2.e).
document-ground-legal-claims = Droits en justice (art. 9.2.f).
document-ground-public-interest = Un intérêt public important, prévu par la loi (art. 9.2.g).
document-ground-health-care = Les soins de santé (art. 9.2.h).
document-ground-public-health = La santé publique (art. 9.2.i).
document-ground-research = Archives, recherche ou statistiques, prévues par la loi (art. 9.2.j).
document-fact-consent-by = Comment vous consentez
document-consent-by-form = par une case d’un formulaire, jamais cochée d’avance
document-consent-by-written = par écrit
document-consent-by-verbal = de vive voix
document-consent-by-banner = dans l’encart sur les cookies
document-witness = De vive voix, un témoin est noté.
document-fact-consent-lasts = Durée de votre accord
document-consent-lasts = Pour { $length } ; ensuite votre consentement prend fin et nous vous le redemandons.
document-fact-messages = Messages
document-reaches = Nous vous joignons { $channels }.
document-sends-service = Ces messages font partie du service ; ils arrivent même si vous refusez la prospection.
document-sends-marketing = C’est de la prospection. Vous pouvez l’arrêter à tout moment, et chaque message dit comment.
document-fact-profiling = Profilage
document-profiling = De ce que vous faites, nous déduisons ce qui peut vous convenir.
document-fact-opt-out = Jusqu’à votre refus
document-opt-out-in = La loi de ces pays le permet jusqu’à votre refus : { $countries }.
document-fact-aggregate = Des chiffres seulement
document-aggregate = Les résultats montrent des groupes d’au moins { $count } personnes, jamais l’une d’elles.
document-fact-instructed = Sur instruction
document-instructed = Seulement si le client à qui appartiennent les données nous l’a demandé.
document-fact-approval = Avant publication
document-approval = Rien ne paraît avant que vous ayez approuvé ce texte précis. Vous pouvez le modifier ou le retirer.
document-fact-compatible = Données déjà détenues
document-compatible = Elle peut aussi utiliser les données recueillies pour { $purposes }.
document-fact-balancing = Mise en balance
document-fact-impact = Analyse d’impact
document-weighed = { $title }, { $date }. Demandez-nous si vous voulez le lire.
document-keep-at-least = Au moins { $length }.
document-keep-at-most = Au plus { $length }.
document-keep-law = Cette durée découle de : { $law }.
document-then-isolate-for = Ensuite, elles sont isolées { $length } au plus, jusqu’à leur effacement définitif.

document-kept-as-last-four = seuls les quatre derniers caractères sont conservés
document-kept-as-hashed = conservé de façon illisible
document-kept-as-never = utilisé une fois, jamais conservé
document-seen-private = visible de personne d’autre
document-seen-recipient = visible de la personne à qui vous écrivez
document-seen-organisation = visible de votre organisation
document-seen-collaborators = visible de vos collaborateurs
document-seen-public = public
document-visible-recipient = La personne à qui vous écrivez les voit.
document-visible-organisation = Votre organisation les voit.
document-visible-collaborators = Vos collaborateurs les voient.
document-visible-public = Elles sont publiques : tout le monde peut les voir.
document-data-role-processor = Nous les détenons pour nos clients, sur leurs instructions.
document-data-role-joint = Nous en décidons avec d’autres.
document-data-sensitive = Nous les protégeons plus strictement que le reste.
document-data-only-for = Utilisées uniquement pour :
document-staff = Qui, chez nous, peut les consulter
document-staff-intro = Notre personnel ne voit vos données que dans un rôle et pour une finalité ; chaque consultation est enregistrée.
document-staff-nothing = Rien
document-staff-none = Aucun accès
document-staff-of-purpose = Ce que la finalité utilise
document-staff-reason = Seulement avec un motif.
document-staff-for = Pendant { $length } au plus.
document-staff-seen = Le client voit chaque consultation.
document-staff-recorded = Chaque consultation est enregistrée.
document-head-looks-for = Peut consulter pour
document-head-sees = Peut voir
document-head-condition = À quelle condition

document-recipients-title = Qui reçoit des données du service { $service }
document-recipients-subtitle = Tous ceux à qui { $controller } transmet des données qui vous concernent, où ils se trouvent, et ce qui vous protège
document-recipients-more = Tout sur chaque destinataire
document-role-group-company = Société de notre groupe
document-role-other-users = Autres utilisateurs du service
document-role-public = Tout le monde : publication
document-everywhere = Là où ils se trouvent
document-safeguard-chosen = Ils le voient dans le service, comme il est dit ici
document-transfer-assessed = Évalué : { $title }, { $date }
document-sub-processors = Fait appel à : { $names }
document-opt-out-partner = Vous pouvez refuser ce seul destinataire sur la page « Vos données ».
document-no-sale = Nous ne vendons vos données à personne.
document-bulk = Nul ne reçoit les données de plus de { $count } personnes à la fois, s’il n’est pas désigné pour cela ici.
document-head-role = Rôle
document-head-sub-processors = Sous-traitants ultérieurs
document-head-contract = Contrat
document-head-contact = Contact
document-head-bound = Engagements
document-contract-held = Un contrat le lie à nous.
document-contract-since = Un contrat le lie à nous depuis le
document-bound-instructions = Il n’agit que sur nos instructions.
document-bound-confidential = Il est tenu à la confidentialité.
document-bound-end-delete = À la fin du contrat, il efface les données.
document-bound-end-return = À la fin du contrat, il restitue les données.
document-bound-end-keeps-nothing = Il ne conserve rien.
document-bound-confirms = Il le confirme en { $length } au plus.
document-bound-onward = Il peut transmettre les données à son tour.

document-service-data = Les données que nos clients nous confient
document-service-data-intro = Pour ces données, c’est le client qui décide et en répond ; nous suivons ses instructions : la loi nous appelle sous-traitant (art. 28).
document-service-data-forward = Si vous nous écrivez au sujet de ces données, nous transmettons votre demande au client en { $length } au plus et l’aidons à répondre.
document-service-data-instructions = Instructions
document-service-data-recorded = Nous ne faisons que ce que le client a demandé, et chaque instruction est enregistrée.
document-service-data-export = Les emporter
document-service-data-as = Le client peut tout emporter ({ $formats }) ou tout effacer.
document-service-data-end = À la fin du contrat
document-service-data-delete = Nous les effaçons en { $length } au plus.
document-service-data-return = Nous les restituons et les effaçons chez nous en { $length } au plus.
document-service-data-keeps-nothing = Il n’y a plus rien à effacer.
document-service-data-new = Nouveaux sous-traitants ultérieurs
document-service-data-told = Le client en est informé { $ahead } à l’avance, { $channels }, et peut s’y opposer pendant { $object }.
document-service-data-staff = Notre personnel ne les consulte que pour

document-exchange = Ce que voient les autres
document-messages-name = Messages à d’autres utilisateurs.
document-messages-show = Quand vous écrivez à un autre utilisateur ou à une société, ils voient : { $fields }.
document-messages-told = Nous vous le montrons avant l’envoi.
document-messages-block = Qui reçoit un message peut bloquer son auteur.
document-messages-report = Qui reçoit un message peut nous le signaler.
document-views-name = Ce que vous consultez.
document-views = Une société peut voir qui a consulté son propre contenu.
document-views-objectors = Si vous vous y opposez, vous n’y apparaissez pas.
document-public-name = Ce que vous rendez public.
document-public = Ce que vous marquez comme public, tout le monde peut le lire. Le reste, personne.
document-organisation-name = Votre organisation.
document-organisation-access = Son administrateur décide qui peut travailler dans son profil.
document-organisation-suggests = Le domaine de votre adresse électronique peut suggérer votre organisation ; celui d’une messagerie grand public, jamais.
document-organisation-claims = Une organisation qui prouve qu’un domaine de messagerie est le sien peut reprendre les comptes de ce domaine ; son administrateur les voit et les gère alors. Nous vous en informons avant.
document-invitations-name = Invitations.
document-invitations = Si quelqu’un nous donne votre adresse pour vous inviter, nous l’utilisons pour cela et rien d’autre.
document-invitations-names = L’invitation dit qui vous invite.
document-invitations-once = Il n’y en a qu’une.
document-invitations-forgotten = Sans réponse, nous oublions l’adresse après { $length }.
document-integrations-name = Services connectés.
document-integrations = Un autre service ne reçoit des données que si un client le connecte.
document-integrations-scopes = Il peut recevoir : { $categories }.
document-integrations-revoked = Le client peut y mettre fin immédiatement.

document-cookies-title = Cookies du service { $service }
document-cookies-subtitle = Tout ce que { $controller } et d’autres déposent dans votre navigateur, ou qui permet de le reconnaître
document-cookies-necessary = Nécessaire : le service ne peut pas fonctionner sans, nous ne vous demandons donc rien.
document-cookies-refuse = Seulement si vous acceptez.
document-cookies-caption = { $purpose } : ce qui est déposé
document-cookies-intro = Un cookie est un petit texte dans votre navigateur ; il existe d’autres moyens d’y déposer quelque chose ou de le reconnaître. Nous utilisons ceux des tableaux et aucun autre. Refuser est aussi simple qu’accepter.
document-cookies-nothing = Si vous refusez, le service fonctionne comme avant.
document-head-kind = Nature
document-tracker-cookie = Cookie
document-tracker-local-storage = Stockage local du navigateur
document-tracker-session-storage = Stockage du navigateur, jusqu’à la fermeture de la page
document-tracker-indexed-db = Base de données du navigateur
document-tracker-pixel = Image invisible (pixel)
document-tracker-fingerprint = Caractéristiques du navigateur qui, réunies, l’identifient
document-tracker-widget = Élément d’un autre service dans notre page
document-tracker-device-id = Identifiant de votre appareil

document-permissions = Autorisations de l’application
document-permissions-intro = L’application demande chaque autorisation au moment utile. Vous pouvez refuser, et la retirer à tout moment dans les réglages de votre appareil.
document-head-permission = Autorisation
document-head-reason = Pourquoi
document-permission-camera = Appareil photo
document-permission-microphone = Microphone
document-permission-call-history = Journal d’appels
document-permission-contacts = Contacts
document-permission-photos = Photos
document-permission-files = Fichiers
document-permission-location = Position
document-permission-notifications = Notifications
document-permission-calendar = Agenda

document-messages = Nos messages
document-messages-intro = Voici les messages que vous pouvez recevoir de nous, et comment les arrêter.
document-head-channel = Par quel moyen
document-head-stop = Comment l’arrêter
document-message-service = Message de service
document-message-marketing = Prospection
document-stop-service = Il arrive tant que vous utilisez ce qu’il concerne.
document-stop-marketing = Vous pouvez l’arrêter { $ways }.
document-stop-link = par le lien présent dans chaque message
document-stop-one-click = par le bouton de votre messagerie
document-stop-account = dans les réglages de votre compte
document-mail-sender = Chaque envoi indique son expéditeur : { $sender }, { $address }.
document-mail-laws = Nous respectons { $laws }.
document-mail-law-can-spam = la loi CAN-SPAM des États-Unis
document-mail-law-eprivacy = l’article 13 de la directive vie privée et communications électroniques (2002/58/CE)
document-channel-push = par une notification sur votre téléphone
document-channel-social-media = sur les réseaux sociaux

document-rights-everywhere = Toute personne a ces droits, où qu’elle vive.
document-right-supplement = En cas de désaccord, votre propre déclaration y est jointe.
document-right-restriction-at-once = L’utilisation s’arrête dès votre demande.
document-right-restriction-told = Nous vous prévenons avant de les utiliser de nouveau.
document-right-formats = Vous les recevez ainsi : { $formats }.
document-right-decided = Nous décidons en { $length } au plus.
document-self = Sans rien demander à personne, vous pouvez { $actions }.
document-self-personal-data = consulter et modifier vos données
document-self-account = modifier votre compte
document-self-preferences = choisir les messages que vous recevez
document-self-delete-account = supprimer votre compte
document-ask-by = Vous pouvez nous le demander { $channels }.
document-answer-extended = Nous répondons en { $length } au plus. Si une demande est très complexe, nous pouvons prendre { $by } de plus ; nous vous en donnons alors la raison en { $told } au plus.
document-rights-limits = Ce que nous ne pouvons pas vous donner, nous l’indiquons : les données d’autres personnes, ce que la loi nous oblige à garder, et qui d’autre en détient. Nous vous disons pourquoi, et comment réclamer.
document-rights-directly = Ceux-ci décident eux-mêmes ; pour ce qu’ils détiennent, adressez-vous directement à eux : { $names }.
document-complaint-within = Nous répondons à une réclamation en { $length } au plus.
document-complaint-elsewhere = Si vous vivez dans un autre pays, son autorité figure dans
document-authorities-below = la liste en fin de document
document-authorities = L’autorité de votre pays
document-authorities-intro = Vous pouvez saisir l’autorité du pays où vous vivez, où vous travaillez, ou où la loi aurait été enfreinte.
document-head-authority = Autorité
document-head-complaint = Où réclamer
document-authority-none = Nous n’y connaissons pas d’autorité de ce type.
document-authority-ask-us = Adressez-vous à nous, à l’autorité indiquée plus haut ou à un tribunal.

document-legal = Quand une autorité demande des données
document-legal-intro = Nous ne transmettons des données à une autorité que pour ces motifs :
document-legal-statute = Une loi nous y oblige.
document-legal-security = La sécurité du service l’exige.
document-legal-protection = Des personnes ou leurs droits doivent être protégés.
document-legal-emergency = Il y a urgence.
document-legal-approvers =
    { $approvers ->
        [one] Une personne, chez nous, doit approuver chaque cas, et il est enregistré.
        [2] Deux personnes, chez nous, doivent approuver chaque cas, et il est enregistré.
       *[other] { $approvers } personnes, chez nous, doivent approuver chaque cas, et il est enregistré.
    }
document-legal-needs = Chaque cas mentionne { $needs }.
document-legal-need-statute = la loi et l’article
document-legal-need-authority = l’autorité
document-legal-need-reference = la référence de l’autorité
document-holds = Quand l’effacement attend
document-holds-for = L’effacement attend tant que des données sont nécessaires pour { $reasons }. Chaque suspension indique les données, le motif et la fin ; nous vous en informons si vous demandez l’effacement.
document-hold-claims = des droits en justice
document-hold-compliance = le respect d’une loi
document-hold-audit = un audit
document-hold-merger = une fusion ou une cession de la société

document-encrypted = Les données sont chiffrées là où elles sont conservées.
document-passwords = Les mots de passe ne sont conservés que sous forme d’empreinte (Argon2id), impossible à inverser.
document-backups-at = Les sauvegardes sont chiffrées. Elles sont confiées à : { $name }.
document-attested-of = Concerne : { $name }.
document-attested-last = Dernière confirmation : { $date }.
document-attested-evidence = Pièce : { $title }.
document-breach = Si notre sécurité est compromise
document-breach-high-risk = Si notre sécurité est compromise et que cela vous expose à un risque élevé, nous vous en informons { $channels }. Nous le notifions à l’autorité de contrôle dans un délai de { $within } après en avoir pris connaissance.
document-breach-risk = Si notre sécurité est compromise et qu’un préjudice est probable, nous vous en informons { $channels }. Nous le notifions à l’autorité de contrôle dans un délai de { $within } après en avoir pris connaissance.
document-proof = Ce que nous gardons comme preuve
document-proof-intro = Pour que vous et nous puissions prouver plus tard ce qui s’est passé, nous en gardons de brèves traces, sans vos données, pendant ces durées :
document-proof-consent = Consentements et refus
document-proof-acceptance = Acceptations
document-proof-requests = Vos demandes et nos réponses
document-proof-disclosures = Les transmissions
document-proof-staff-views = Les consultations par notre personnel
document-proof-notices = Les avis qui vous ont été envoyés
document-proof-breaches = Les violations de sécurité
document-proof-retention = Ce qui a été effacé, et quand

document-archive = Toutes les versions restent consultables, avec leurs différences :
document-archive-link = toutes les versions
document-new-consent = Les données que vous nous avez confiées sous une version ne sont pas utilisées de façon sensiblement différente sans votre consentement.
document-new-compatible = Les données que vous nous avez confiées sous une version ne sont utilisées autrement que si c’est compatible avec la première utilisation, et que la présente politique dit pourquoi, ou si vous y consentez.
document-new-notice = Avant d’utiliser autrement les données que vous nous avez confiées sous une version, nous vous en informons, et vous pouvez vous y opposer.
document-effect-on-posting = Une nouvelle version prend effet à sa publication, sauf préavis indiqué plus haut.
document-effect-after-notice = Une nouvelle version prend effet à la fin de son préavis.
document-continued-notice = Si vous continuez d’utiliser le service après un avis, nous n’enregistrons que cela. Ce n’est jamais pris pour un consentement.
document-continued-consent = Si vous continuez d’utiliser le service après un avis, nous le prenons pour un accord.
document-merger = Si la société fusionne ou est cédée, nous vous informons avant que vos données changent de mains, { $channels }, et vous disons ce que vous pouvez faire.
document-accepted = { $places }, nous vous demandons de cocher une case : « { $wording } »
document-accepted-forms = À l’envoi d’un formulaire
document-accepted-sign-in = à la connexion
document-accepted-kept = Nous gardons la version acceptée et la date pendant { $length }.
document-accepted-means = Accepter n’est pas consentir, et ce n’est jamais une raison d’utiliser vos données. Nous ne le demandons jamais sur la page « Vos données », pour l’exercice de vos droits ni pour une désinscription.
