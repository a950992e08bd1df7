# Les mots que toutes les pages, tous les courriels et tous les documents partagent. `en/common.ftl` dit la même chose.
yes = Oui
no = Non
none = Aucun
unknown = Inconnu
required = obligatoire
optional = facultatif
