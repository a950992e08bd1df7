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
document-anonymous = Nous ne conservons rien qui permette de vous reconnaître, et nous ne le relions pas à vous.
document-basis-consent = Votre consentement (art. 6.1.a)
document-basis-contract = Un contrat avec vous, ou ce que vous demandez avant d’en conclure un (art. 6.1.b)
document-basis-legal-obligation = Une obligation légale (art. 6.1.c)
document-basis-vital-interests = La sauvegarde des intérêts vitaux d’une personne (art. 6.1.d)
document-basis-public-task = Une mission d’intérêt public (art. 6.1.e)
document-basis-legitimate-interest = Notre intérêt légitime (art. 6.1.f)
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
document-automated-none = Aucune décision vous concernant n’est prise par une machine seule.

document-keep-for = { $length } à compter de { $start }
document-keep-until = Jusqu’à { $start }
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
document-recipients-intro = Chaque destinataire reçoit uniquement les données indiquées ici, pour les finalités ci-dessus.
document-recipients-caption = Qui reçoit quelles données, et où
document-head-who = Destinataire
document-head-gets = Données reçues
document-head-where = Lieu
document-head-safeguard = Protection
document-role-processor = Sous-traitant : agit sur nos instructions
document-role-controller = Décide lui-même de l’usage des données (responsable distinct)
document-role-joint-controller = Décide avec nous (responsable conjoint)
document-role-authority = Autorité publique
document-role-group-company = Société de notre groupe
document-role-other-users = Autres utilisateurs du service
document-role-public = Tout le monde : c’est publié
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
document-recipients-copy = Vous pouvez nous demander une copie d’un contrat ou d’une garantie.
document-legal-statute =
    { $approvers ->
        [one] Une autorité n’obtient de données que lorsqu’une loi nous y oblige. Une personne de chez nous doit approuver chaque cas, et nous l’inscrivons au journal.
       *[other] Une autorité n’obtient de données que lorsqu’une loi nous y oblige. { $approvers } personnes de chez nous doivent approuver chaque cas, et nous l’inscrivons au journal.
    }
document-legal-law =
    { $approvers ->
        [one] Une autorité obtient des données lorsque la loi le demande ou en cas d’urgence. Une personne de chez nous doit approuver chaque cas, et nous l’inscrivons au journal.
       *[other] Une autorité obtient des données lorsque la loi le demande ou en cas d’urgence. { $approvers } personnes de chez nous doivent approuver chaque cas, et nous l’inscrivons au journal.
    }

document-cookies = Cookies et autres traceurs
document-cookies-none = Nous n’enregistrons rien dans votre navigateur.
document-cookies-intro = Un cookie est un petit texte enregistré dans votre navigateur. Nous utilisons ceux du tableau et aucun autre. Sauf mention « nécessaire », un cookie n’est déposé qu’après votre accord, et refuser est aussi simple qu’accepter.
document-cookies-caption = Ce que nous enregistrons dans votre navigateur
document-cookie-necessary = Nécessaire : le service ne peut pas fonctionner sans lui
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
document-answer-within = Nous répondons dans un délai de { $length }. Si une demande est si complexe qu’il nous faut plus de temps, nous vous disons pourquoi dans ce même délai.
document-first-reply = Vous recevez une première réponse dans un délai de { $length }.
document-first-reply-office = Vous recevez une première réponse dans un délai de { $length } aux heures d’ouverture :
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
document-channel-push = par notification sur votre téléphone
document-channel-social-media = sur les réseaux sociaux
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
document-breach-risk = Si une violation de données à caractère personnel vous fait courir un risque élevé, nous vous en informons { $channels }. Nous la notifions à l’autorité de contrôle dans un délai de { $within } après en avoir pris connaissance.

document-changes = Quand cette politique change
document-changes-intro = Toutes les versions restent consultables. Les données que vous nous avez confiées sous une version ne sont pas utilisées d’une manière substantiellement différente sans que nous vous le demandions.
document-change-minor = Simple reformulation :
document-change-significant = Changement important :
document-change-rights-affecting = Changement qui réduit vos droits :
document-told = nous vous en informons { $channels }.
document-told-ahead = nous vous en informons { $channels }, { $ahead } à l’avance.

document-agreements = Autres contrats
document-agreements-intro = Certains de nos services font l’objet de contrats distincts. Vous les acceptez séparément, et nous enregistrons la version acceptée.

document-version = De quelle version il s’agit
document-version-of = Vous lisez la version du { $date }.
document-reference = En cas de divergence entre deux langues, le texte { $language } fait foi.
document-language-en = anglais
document-language-nb = norvégien
document-language-fr = français
document-language-de = allemand
document-hash = Empreinte
document-hash-means = L’empreinte (SHA-256) correspond à cette politique et à elle seule. Vos reçus la mentionnent : vous pouvez ainsi prouver ce qui vous a été dit.
