# Words that every page, mail and paper shares. `nb/common.ftl` says the same in Norwegian.
yes = Yes
no = No
none = None
unknown = Unknown
required = required
optional = optional
