# Les courriels : pour chacun un objet, la raison de l'envoi, le texte, la seule action, et ce qu'il faut savoir d'autre.
mail-sender-line = Expéditeur : { $controller }
mail-link-plain = { $action } : { $link }
mail-policy-line = Comment { $controller } traite les données à caractère personnel :
mail-no-reply-needed = Ceci est un message de service. Il ne contient ni publicité ni traceur.

mail-sign-in-link-subject = Votre lien vers vos données chez { $controller }
mail-sign-in-link-because = Vous recevez ce message parce que cette adresse a été saisie sur la page « Vos données » de { $controller }.
mail-sign-in-link-text = Ouvrez le lien ci-dessous et appuyez sur le bouton pour voir ce qui est conservé sur vous, en demander une copie ou le faire effacer. Le lien fonctionne une seule fois, pendant { $minutes } minutes.
mail-sign-in-link-action = Voir mes données
mail-sign-in-link-after = Si ce n’était pas vous, vous n’avez rien à faire : sans ce lien, personne ne voit rien, et le lien expire de lui-même.

mail-collected-subject = Votre reçu : { $title }
mail-collected-because = Vous recevez ce message parce que vous avez envoyé le formulaire « { $title } » à { $controller } avec cette adresse.
mail-collected-text = Nous l’avons bien reçu. Votre reçu montre exactement ce que vous avez accepté, mot pour mot, et à quoi les données peuvent servir. Conservez-le si vous le souhaitez : il peut être vérifié sans nous.
mail-collected-action = Voir mon reçu
mail-collected-waits = Vous avez coché une case qui demande votre consentement. Il compte une fois que vous l’avez confirmé vous-même : saisissez cette adresse sur { $centre }, ouvrez le lien que nous envoyons, puis appuyez sur « Oui, je suis d’accord ».
mail-collected-after = { $waits }Le lien montre le reçu pendant { $days } jours. Ensuite, ou pour voir et faire effacer ce qui est conservé sur vous, saisissez cette adresse sur { $centre }. Si vous n’avez pas envoyé ce formulaire, dites-le-nous à cette page.

mail-request-received-subject = Nous avons reçu votre demande { $reference }
mail-request-received-because = Vous recevez ce message parce que vous avez interrogé { $controller } sur vos données à caractère personnel.
mail-request-received-text = Votre demande ({ $kind }) nous est parvenue le { $received }. Vous aurez la réponse au plus tard le { $due }.
mail-request-received-action = Suivre ma demande
mail-request-received-after = Si la réponse n’arrive pas à temps, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }).

mail-request-reply-subject = Au sujet de votre demande { $reference }
mail-request-reply-because = Vous recevez ce message parce que vous avez interrogé { $controller } sur vos données à caractère personnel.
mail-request-reply-text = { $message }
mail-request-reply-action = Ouvrir ma demande
mail-request-reply-after = La réponse à votre demande est due au plus tard le { $due }.

mail-answer-ready-subject = La réponse à votre demande { $reference } est prête
mail-answer-ready-because = Vous recevez ce message parce que vous avez interrogé { $controller } sur vos données à caractère personnel.
mail-answer-ready-text = La réponse à votre demande ({ $kind }) est prête. Connectez-vous avec cette adresse pour la lire et la télécharger, jusqu’au { $until }.
mail-answer-ready-action = Obtenir ma réponse
mail-answer-ready-after = La réponse ne figure pas dans ce courriel, afin que personne ne puisse la lire en chemin. Si vous la contestez, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }).

mail-erased-subject = Vos données chez { $controller } ont été effacées : { $reference }
mail-erased-because = Vous recevez ce message parce que vous avez demandé à { $controller } d’effacer vos données à caractère personnel. C’est le dernier que vous recevez à ce sujet.
mail-erased-text = Nous avons effacé vos données, puis vérifié à nouveau pour nous en assurer. { $kept }
mail-erased-action = Obtenir le reçu de l’effacement
mail-erased-after = Si vous n’êtes pas d’accord, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }).

mail-request-refused-subject = La réponse à votre demande { $reference }
mail-request-refused-because = Vous recevez ce message parce que vous avez interrogé { $controller } sur vos données à caractère personnel.
mail-request-refused-text = Nous ne pouvons pas faire ce que vous avez demandé. Le motif : { $reason }
mail-request-refused-action = Ouvrir ma demande
mail-request-refused-after = Si vous n’êtes pas d’accord, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }) ou saisir un tribunal.

mail-staff-invited-subject = Votre compte professionnel pour les données à caractère personnel chez { $controller }
mail-staff-invited-because = Vous recevez ce message parce que { $inviter } a indiqué cette adresse pour s’occuper des données à caractère personnel chez { $controller }.
mail-staff-invited-text = Un compte avec le rôle « { $role } » vous est destiné. Ouvrez le lien ci-dessous, choisissez un mot de passe et ajoutez une application d’authentification sur votre téléphone. Le lien fonctionne une fois, pendant { $days } jours.
mail-staff-invited-action = Configurer mon compte
mail-staff-invited-after = Ce que vous y consultez et y faites est inscrit sous votre nom. Si vous ne savez pas de quoi il s’agit, ne faites rien : sans vous, le compte reste fermé.

mail-request-extended-subject = Il nous faut plus de temps pour votre demande { $reference }
mail-request-extended-because = Vous recevez ce message parce que vous avez interrogé { $controller } sur vos données à caractère personnel.
mail-request-extended-text = La réponse à votre demande ({ $kind }) prend plus d’un mois. Vous la recevrez au plus tard le { $due }. Le motif : { $reason }
mail-request-extended-action = Ouvrir ma demande
mail-request-extended-after = La loi nous accorde deux mois de plus pour les demandes difficiles, si nous le disons pendant le premier (RGPD, art. 12, paragraphe 3). Si vous n’êtes pas d’accord, vous pouvez introduire une réclamation auprès de l’autorité de contrôle ({ $authority }) ou saisir la justice.

mail-restriction-ends-subject = À partir du { $until }, nous utilisons de nouveau vos données : { $reference }
mail-restriction-ends-because = Vous recevez ce message parce que vous avez interrogé { $controller } sur vos données à caractère personnel.
mail-restriction-ends-text = Vous nous avez demandé de garder vos données sans en faire autre chose. Cela prend fin le { $until }. Le motif : { $reason }
mail-restriction-ends-action = Ouvrir ma demande
mail-restriction-ends-after = D’ici là, rien ne change (RGPD, art. 18, paragraphe 3). Si vous n’êtes pas d’accord, répondez-nous sur la page de votre demande ; vous pouvez aussi introduire une réclamation auprès de l’autorité de contrôle ({ $authority }) ou saisir la justice.

mail-doctor-subject = Le registre de { $service } : quelque chose ne va pas
mail-doctor-because = Vous recevez ceci parce que vous êtes responsable de la protection des données chez { $controller }.
mail-doctor-text = La vérification régulière du registre a trouvé { $count } points à examiner. Le premier : { $first }
mail-doctor-action = Tout voir
mail-doctor-after = Vous recevez cette lettre une fois pour les mêmes constats. La page du registre les montre jusqu’à ce qu’ils soient corrigés.

mail-bulk-subject = Refusé : les données de nombreuses personnes pour { $recipient }
mail-bulk-because = Vous recevez ceci parce que vous êtes responsable de la protection des données chez { $controller }.
mail-bulk-text = Aujourd’hui, les données de { $count } personnes ont été demandées pour { $recipient }, que la politique ne nomme pas pour cela. Rien n’a été donné. Cherchez quel programme ou quelle commande a demandé, et pourquoi.
mail-bulk-action = Voir les tentatives
mail-bulk-after = Vous recevez cette lettre une fois par jour pour le même destinataire. Retirez l’accès du programme si vous ne le connaissez pas.

mail-queued-subject = Nous avons ce que vous avez envoyé : { $kind }
mail-queued-because = Vous recevez ceci parce que cette adresse a été donnée le { $when } sur notre page, pendant la restauration de notre base de données.
mail-queued-text = Vous nous avez envoyé : { $kind }. Tout fonctionne de nouveau. Ouvrez la page, connectez-vous avec cette adresse ({ $email }) et confirmez-y que c’était vous : votre envoi est alors traité à compter du { $when }.
mail-queued-action = Confirmer que c’était moi
mail-queued-after = Si vous n’avez rien envoyé, ne faites rien : au bout de trente jours, c’est effacé.
