# Words that every page, mail and paper shares. `nb/common.ftl` says the same in Norwegian.
yes = Yes
no = No
none = None
unknown = Unknown
required = required
optional = optional
and-more = and { $count } more
page-of = { $page } / { $pages }
days-left =
    { $count ->
        [0] due today
        [one] { $count } day left
       *[other] { $count } days left
    }
days-late =
    { $count ->
        [one] { $count } day late
       *[other] { $count } days late
    }
people-count =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
rows-count =
    { $count ->
        [0] nothing
        [one] { $count } entry
       *[other] { $count } entries
    }
