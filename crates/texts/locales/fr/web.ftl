# Le cadre de chaque page, l'accueil, la politique, les formulaires, les reçus, les erreurs. `en/web.ftl` dit la même chose.
web-skip = Aller au contenu
web-navigation = Navigation principale
web-crumbs = Vous êtes ici
web-language = Langue
web-sign-out = Se déconnecter
web-cancel = Revenir sans rien demander
web-nav-policy = Politique de confidentialité
web-nav-privacy = Vos données
web-nav-verify = Vérifier un reçu
web-demo-label = Démonstration
web-demo = Ceci est une démonstration avec des personnes inventées. Aucun courriel n’est envoyé ; il apparaît ici :
web-demo-mailbox = la messagerie de démonstration

web-landing-title = { $name } et vos données
web-landing-lede = Ce que { $name } fait des données à caractère personnel, en mots simples, et ce que vous pouvez demander. Aucun compte n’est nécessaire.
web-landing-policy = Ce qui est collecté, pourquoi, pour combien de temps et qui le reçoit. Version du { $version }.
web-landing-privacy = Voir ce qui est conservé sur vous, en obtenir une copie ou le faire effacer.
web-landing-verify = Tout ce que vous acceptez ici donne lieu à un reçu. Vérifiez-le vous-même, sans nous le demander.

web-policy-contents = Sommaire
web-policy-other-forms = À conserver ou à imprimer
web-policy-pdf = PDF
web-policy-markdown = Markdown
web-policy-hash = Empreinte de cette version

web-form-why = Pourquoi nous le demandons, et combien de temps nous le gardons
web-form-purpose = Finalité
web-form-basis = Base légale
web-form-kept = Conservation
web-form-recipients = Destinataires
web-form-nobody = Personne d’autre
web-form-accept = Avant l’envoi
web-form-consents = À vous de choisir
web-form-consents-hint = Vous pouvez ne rien cocher. Tout fonctionne sans cela, et vous pouvez changer d’avis à tout moment.
web-form-read = À lire : { $document }
web-form-send = Envoyer
web-problems =
    { $count ->
        [one] Il y a un point à corriger
       *[other] Il y a { $count } points à corriger
    }

web-receipt-keep = À conserver
web-receipt-keep-text = Imprimez cette page ou enregistrez le fichier. Il prouve ce que vous avez fourni et ce que vous avez accepté, même si nous n’existons plus.
web-receipt-json = Enregistrer le reçu (JSON)
web-receipt-verify = Comment le vérifier
web-receipt-thanks = Merci. C’est bien arrivé.
web-receipt-thanks-text = Voici votre reçu. Cette page peut être ouverte d’ici pendant une demi-heure ; ensuite, vous la retrouvez sous « Vos données ».

web-verify-lede = Un reçu montre ce que vous avez fourni, ce que vous avez accepté et quand. Vous pouvez le vérifier sur votre propre ordinateur, sans Internet et sans nous faire confiance.
web-verify-how = Comment vérifier un reçu
web-verify-step-1 = Enregistrez le reçu dans un fichier (« Enregistrer le reçu (JSON) » sur sa page).
web-verify-step-2 = Lancez dessus le programme gratuit « abide », avec notre clé :
web-verify-step-3 = Le programme dit en une phrase si le reçu est authentique, et montre ce qu’il prouve.
web-verify-what = Ce que la vérification prouve
web-verify-what-1 = Que le reçu a été inscrit dans notre journal au moment qu’il indique, et que personne, pas même nous, ne l’a modifié depuis.
web-verify-what-2 = Que le journal où il figure est celui que nous avons signé. Seules des empreintes sont publiques : personne ne peut lire dans le journal qui vous êtes ni ce que vous avez fourni.
web-verify-key = Notre clé publique
web-verify-key-text = Notez-la ou enregistrez-la ailleurs : qui la possède peut vérifier des reçus sans nous le demander.
web-verify-log = Le journal lui-même
web-verify-log-text = Pour les programmes et les témoins : le dernier état signé du journal, et ses tuiles au format C2SP tlog-tiles.
web-verify-checkpoint = Dernier point de contrôle signé
web-verify-key-file = La clé sous forme de fichier

web-clock-open = Dans les délais · { $when }
web-clock-soon = Bientôt due · { $when }
web-clock-late = En retard · { $when }
web-clock-met = Délai tenu le { $when } ; l’échéance était le { $due }
web-clock-met-late = Fait en retard, le { $when } ; l’échéance était le { $due }
web-clock-due = échéance le { $when }

web-outcome-place = Où
web-outcome-table = Quoi
web-outcome-rows = Entrées
web-outcome-outcome = Ce qui se passe
web-outcome-ground = Pourquoi
web-outcome-until = Jusqu’à quand
web-outcome-counted = { $counted } sur { $rows }
web-outcome-masked = Rendu illisible : { $columns }
web-remains-what = Quoi
web-remains-event = Jusqu’au terme de ce qui précède

web-mailbox-title = Messagerie de démonstration
web-mailbox-lede = Dans la démonstration, aucun courriel ne quitte cette machine. Ce qui aurait été envoyé figure ici, le plus récent en premier.
web-mailbox-subject = Objet
web-mailbox-to = À
web-mailbox-when = Quand
web-mailbox-empty = Aucun courriel pour l’instant. Il apparaît ici lorsque vous envoyez un formulaire ou demandez votre lien.
web-demo-staff-title = Ouvrir la console
web-demo-staff-lede = Ce lien vous connecte comme référent protection des données de la démonstration. Il fonctionne une fois et n’existe que dans la démonstration.
web-demo-staff-button = Se connecter à la console

web-fault-to-start = Vers la page d’accueil
web-fault-to-console = Vers la console
web-fault-reference = Si vous nous écrivez à ce sujet, mentionnez : { $code }, { $id }.
web-fault-request-title = Ce n’est pas possible en ce moment
web-fault-request-next = Revenez en arrière, regardez à nouveau la demande et refaites ce qui a encore un sens.
web-fault-forbidden-title = Votre rôle ne va pas jusque-là
web-fault-forbidden-what = Cette page exige le rôle « { $role } ».
web-fault-forbidden-next = Demandez à un référent protection des données de vous donner ce rôle, ou de le faire pour vous.
web-fault-not-found-title = Il n’y a rien ici
web-fault-not-found-what = L’adresse est erronée, ou ce qui s’y trouvait ne vous est pas destiné ou a été retiré.
web-fault-not-found-next = Vérifiez l’adresse. Si vous avez suivi un lien reçu par courriel, demandez-en un nouveau sur la page « Vos données ».
web-fault-cross-site-title = Ce formulaire venait d’un autre site
web-fault-cross-site-what = Votre navigateur indique que le formulaire a été envoyé depuis un autre site : nous n’en avons rien fait. Cela vous protège.
web-fault-cross-site-next = Ouvrez la page ici et renvoyez le formulaire.
web-fault-method-title = Cette page ne s’utilise pas ainsi
web-fault-method-what = L’adresse existe, mais pas pour ce qui lui a été envoyé.
web-fault-method-next = Recommencez depuis la page d’accueil.
web-fault-too-large-title = C’était trop à la fois
web-fault-too-large-what = Un formulaire peut contenir 256 kilo-octets ; le vôtre est plus gros, nous ne l’avons donc pas pris. Rien n’a été enregistré.
web-fault-too-large-next = Revenez en arrière, raccourcissez le texte et renvoyez-le. Merci de ne pas y coller d’images ni de fichiers.
web-fault-not-a-form-title = Nous n’avons pas pu lire cela
web-fault-not-a-form-what = Ce qui a été envoyé n’est pas un formulaire web. Rien n’a été enregistré.
web-fault-not-a-form-next = Ouvrez le formulaire ici et envoyez-le depuis votre navigateur.
web-fault-not-text-title = Certains caractères n’ont pas pu être lus
web-fault-not-text-what = Le formulaire contient des caractères qui ne forment pas un texte valide (UTF-8). Nous ne devinons pas ce que vous vouliez dire : rien n’a été enregistré.
web-fault-not-text-next = Revenez en arrière, saisissez à nouveau le texte au lieu de le coller, et renvoyez-le.
web-fault-twice-title = Un champ est arrivé deux fois
web-fault-twice-what = Le formulaire contient deux fois le même champ, et nous ne pouvons pas savoir lequel vous voulez. Rien n’a été enregistré.
web-fault-twice-next = Ouvrez à nouveau le formulaire et renvoyez-le.
web-fault-too-many-title = C’était beaucoup en peu de temps
web-fault-too-many-what = Pour empêcher des machines de deviner et d’inonder des messageries, nous n’acceptons qu’un nombre limité d’envois par quart d’heure ou par heure.
web-fault-too-many-next = Attendez un peu et réessayez. Ce que vous avez demandé avant n’est pas perdu.
web-fault-changed-title = Quelqu’un a été plus rapide
web-fault-changed-what = Cela a été modifié pendant que vous le regardiez : nous n’avons rien fait.
web-fault-changed-next = Revenez en arrière, regardez à nouveau et refaites ce qui a encore un sens.
web-fault-needs-purpose-title = Pourquoi consultez-vous cela ?
web-fault-needs-purpose-what = Cette page montre des données à caractère personnel et a été demandée sans dire pourquoi.
web-fault-needs-purpose-next = Ouvrez la demande depuis la liste et choisissez pourquoi vous la consultez.
web-fault-erased-title = Cela a été effacé
web-fault-erased-what = La personne à qui cela appartenait a été effacée. Plus personne ne peut lire ce que cela disait.
web-fault-erased-next = Il n’y a rien à faire.
web-fault-stale-title = Ce lien n’est plus valable
web-fault-stale-what = Il a servi, ou son délai est écoulé.
web-fault-stale-next = Relancez la démonstration pour en obtenir un nouveau, ou connectez-vous avec votre compte.
web-fault-slow-title = C’était trop long
web-fault-slow-what = Après une demi-minute sans réponse complète, nous cessons d’attendre. Ce que vous avez envoyé est enregistré en entier ou pas du tout.
web-fault-slow-next = Vérifiez d’abord si c’est arrivé (un courriel, ou vos demandes sous « Vos données »). Sinon, renvoyez-le, si possible avec une meilleure connexion.
web-fault-unavailable-title = Nous ne pouvons pas répondre pour l’instant
web-fault-unavailable-what = Une partie du système ne répond pas. Rien n’est perdu, et ce que vous avez envoyé est enregistré en entier ou pas du tout.
web-fault-unavailable-next = Réessayez dans quelques minutes. Les délais de votre demande continuent de courir comme avant.
web-fault-internal-title = C’était notre erreur
web-fault-internal-what = Une erreur s’est produite de notre côté. Elle a été notée, sans vos données.
web-fault-internal-next = Réessayez. Si cela se reproduit, écrivez-nous et mentionnez les mots ci-dessous.
