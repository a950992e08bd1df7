# What is on the ledger, in words; what the doctor finds; consents entered by staff.

doctor-leaf-missing = L’inscription { $entry } manque : le registre a un trou à cet endroit ({ $place }).
doctor-leaf-changed = La feuille de l’inscription { $entry } a été modifiée ({ $place }) : elle n’a plus l’empreinte sous laquelle elle a été signée.
doctor-tile-missing = Une tuile complète de l’arbre manque : { $place }.
doctor-tile-changed = Une tuile complète de l’arbre a été modifiée : { $place }.
doctor-head-changed = La tête du registre ne correspond pas à ses inscriptions ({ $place }).
doctor-checkpoint-changed = Un point de contrôle est endommagé ou n’a pas été signé par ce registre : { $place }.
doctor-fork = Les { $entry } premières inscriptions ne sont pas celles d’un point de contrôle signé ({ $place }) : le registre raconte deux histoires.
doctor-behind = Un point de contrôle a été signé sur { $entry } inscriptions, et la base s’arrête avant ({ $place }) : elle a été restaurée depuis une sauvegarde plus ancienne.
doctor-published-missing = Un fichier du registre publié manque : { $place }.
doctor-published-changed = Un fichier du registre publié a été modifié : { $place }.
doctor-facts-changed = Ce que dit l’inscription { $entry } a été modifié ({ $place }) : sa feuille s’engage sur autre chose.
doctor-facts-unreadable = Ce que dit l’inscription { $entry } est illisible ({ $place }).
doctor-facts-nobody = L’inscription { $entry } désigne quelqu’un d’inconnu ici ({ $place }).
doctor-key-missing = La clé de preuve de la personne de l’inscription { $entry } a disparu, sans qu’elle ait été effacée ({ $place }).
doctor-key-changed = La feuille de l’inscription { $entry } s’engage sur une autre clé que celle de la personne ({ $place }).
doctor-body-changed = Les mots scellés de l’inscription { $entry } ont été modifiés ({ $place }).
doctor-body-missing = Les mots scellés de l’inscription { $entry } manquent, alors que ses faits sont là ({ $place }).
doctor-astray = Une ligne est orpheline : { $place } désigne l’inscription { $entry }, qui ne lui correspond pas.
doctor-standing-differs = Ce qui est stocké d’une personne diffère de ce que dit le registre ({ $place }).
doctor-standing-nobody = Quelque chose est stocké de quelqu’un qui n’est pas ou plus ici ({ $place }).
doctor-policy-unknown = Quelque chose est enregistré sous une politique absente des archives : { $place }.
doctor-policy-changed = Une politique archivée n’est pas celle qui a été publiée : { $place }.
doctor-drift-form = Des données proviennent d’un formulaire que la politique en vigueur n’a plus : { $place }.
doctor-drift-purpose = Des données sont conservées pour une finalité que la politique en vigueur n’a plus : { $place }.
doctor-clock-back = L’horloge a reculé avant l’inscription { $entry }, à { $place }.
doctor-do-tampered = Quelqu’un ou quelque chose a modifié ce qui ne doit pas l’être. Gardez une copie de la base et du registre publié tels quels, cherchez qui pouvait y écrire, et restaurez une sauvegarde antérieure.
doctor-do-restore = Arrêtez le serveur et restaurez la base depuis la sauvegarde la plus récente ; puis vérifiez à nouveau.
doctor-do-behind = Rien n’est signé entre-temps. Remettez la base la plus récente, sinon ce qui s’est passé depuis est perdu.
doctor-do-published = Cherchez qui pouvait écrire dans le registre publié. La base contient encore ce qui s’y trouvait : mettez le fichier de côté et restaurez le dossier depuis une copie.
doctor-do-keys = Restaurez la base de clés depuis une sauvegarde assez récente pour que ses clés vivent encore.
doctor-do-rebuild = Lancez `abide rebuild` : tout est refait à partir du registre. Si cela revient, quelqu’un écrit dans la table.
doctor-do-policy = Retrouvez le fichier de cette version et publiez-le à nouveau sous sa propre date, ou restaurez la base.
doctor-do-drift = Déclarez-le à nouveau dans la politique, ou supprimez ce qui est conservé : nul ne peut dire à quoi cela sert encore.
doctor-do-clock = Vérifiez l’heure du serveur (NTP). L’ordre des inscriptions n’en dépend pas.

consent-purpose-unknown = Choisissez une finalité de la politique.
consent-purpose-other-basis = Cette finalité ne repose pas sur le consentement : il n’y a rien à accepter.
consent-method-browsing = Poursuivre sa navigation n’est pas un consentement (art. 4, point 11).
consent-method-undeclared = La politique ne permet pas de donner ce consentement de cette façon.
consent-witness-missing = Indiquez qui a entendu le consentement oral.
consent-wording-missing = Écrivez les mots dans lesquels la question a été posée.
consent-surface-missing = Dites où il a été donné, par exemple « téléphone ».
consent-too-long = Ce texte dépasse 4 000 caractères : abrégez-le.
consent-given-later = Il ne peut pas avoir été donné dans le futur.
consent-later-word = La personne s’est exprimée à ce sujet depuis. Le dernier mot compte.
consent-expires-past = Il serait déjà terminé.

evidence-kind-policy-published = Une version de la politique a été publiée
evidence-kind-accepted = A accepté un texte
evidence-kind-consent-asked = Un consentement lui a été demandé
evidence-kind-consent-given = A donné son consentement
evidence-kind-consent-refused = A refusé son consentement
evidence-kind-consent-withdrawn = A retiré son consentement
evidence-kind-consent-expired = Le consentement a expiré
evidence-kind-objection = S’est opposé
evidence-kind-objection-withdrawn = A retiré son opposition
evidence-kind-objection-overridden = L’opposition a été examinée et n’a pas prévalu
evidence-kind-restriction-set = L’utilisation des données a été limitée
evidence-kind-restriction-lifted = La limitation a pris fin
evidence-kind-signal = Le navigateur a envoyé un signal
evidence-kind-recipient-opted-out = A refusé un destinataire
evidence-kind-recipient-opted-in = A de nouveau autorisé un destinataire
evidence-kind-age-attested = Un âge a été attesté
evidence-kind-age-refused = L’âge n’a pas été attesté, ou était trop bas
evidence-kind-identifier-verified = A montré qu’une adresse ou un numéro est le sien
evidence-kind-enrolled = Est entré par enrôlement
evidence-kind-record-collected = A donné des données
evidence-kind-record-corrected = Des données ont été rectifiées
evidence-kind-record-deleted = Un enregistrement a été supprimé
evidence-kind-anchor-moved = Le jour de départ d’un délai a changé
evidence-kind-disclosed = Des données ont été transmises à un destinataire
evidence-kind-instruction = Une instruction a été donnée à un sous-traitant
evidence-kind-grant-given = Un droit a été accordé à quelqu’un
evidence-kind-grant-revoked = Un droit a été retiré
evidence-kind-staff-invited = Un membre du personnel a été invité
evidence-kind-staff-closed = Un compte du personnel a été fermé
evidence-kind-viewed-by-staff = Le personnel a consulté les données
evidence-kind-request-opened = A fait une demande
evidence-kind-request-replied = La première réponse est partie
evidence-kind-request-identified = Le demandeur a été identifié
evidence-kind-request-planned = La demande a été planifiée et répétée
evidence-kind-request-started = Le traitement de la demande a commencé
evidence-kind-request-step-verified = Une étape a été exécutée et vérifiée
evidence-kind-request-step-failed = Une étape n’a pas pu être exécutée
evidence-kind-request-verified = Toutes les étapes ont été vérifiées
evidence-kind-request-partly-done = La demande a été exécutée en partie
evidence-kind-request-extended = Le délai de réponse a été prolongé
evidence-kind-request-refused = La demande a été refusée
evidence-kind-request-withdrawn = A retiré sa demande
evidence-kind-request-expired = Le demandeur n’a pas été identifié à temps
evidence-kind-request-answered = La réponse a été donnée
evidence-kind-answer-fetched = La réponse a été récupérée
evidence-kind-recipients-told = Les destinataires ont été informés
evidence-kind-request-closed = La demande a été clôturée
evidence-kind-notice-sent = Un avis a été envoyé
evidence-kind-retention-applied = Un délai est échu et a été appliqué
evidence-kind-hold-set = Des données doivent être conservées malgré leur délai
evidence-kind-hold-lifted = Cette conservation a pris fin
evidence-kind-suppressed = Ne doit pas revenir par importation
evidence-kind-subject-erased = A été effacé
evidence-kind-breach = Une violation a été connue, ou son traitement a avancé
evidence-kind-attested = Quelqu’un a attesté qu’une promesse est tenue
evidence-kind-restored = La base a été restaurée et mise à jour

evidence-by-person = la personne
evidence-by-abide = ce système
evidence-by-staff = le personnel
evidence-by-operator = l’exploitant du serveur
evidence-by-api = le système de l’entreprise
evidence-now = { $purpose } : { $says }
evidence-wording = Dans ces mots : « { $words } »
evidence-method = { $method }, { $surface }
evidence-method-form = sur un formulaire
evidence-method-written = par écrit
evidence-method-verbal = de vive voix
evidence-method-banner = dans le bandeau
evidence-method-browsing = en poursuivant la navigation
evidence-method-before = connu d’avant
evidence-witness = Entendu par { $name }
evidence-entry = Inscription { $index }

evidence-readme =
    Preuves de { $controller }, réunies pour { $authority }.

    Contenu
    - timeline.csv : chaque inscription sur la personne, en mots simples, avec ce qu’elle a permis ou refusé dès lors.
    - receipts/ : chaque inscription avec ses mots scellés, la clé qui les ouvre et la preuve qu’elle est dans le registre.
    - policies/ : chaque version publiée de la politique ; son nom de fichier est son SHA-256, que citent les inscriptions.
    - key.txt : la clé publique du registre. Comparez-la à { $url } ou à une copie imprimée : { $key }
    - SHA256SUMS : l’empreinte de chaque fichier ci-dessus.
    - package.json : le reçu de ce paquet. Il nomme son destinataire et l’empreinte de SHA256SUMS.

    Comment le vérifier, sans demander à { $controller }
    1. sha256sum --check SHA256SUMS
    2. abide verify package.json --key "$(cat key.txt)"
    3. sha256sum SHA256SUMS — la même valeur que « sha256sums » dans ce que montre l’étape 2.
    4. abide verify receipts/<fichier> --key "$(cat key.txt)" pour chaque inscription concernée.
    Le format est public (docs/ledger-format.md d’Abide) : toute autre implémentation peut aussi le vérifier.

    Ce que cela prouve : que ces inscriptions étaient dans le registre, inchangées, à la signature du point de contrôle de chaque reçu.
    Ce que cela ne prouve pas : que ce qui a été inscrit est vrai, ou que rien d’autre ne s’est produit.
