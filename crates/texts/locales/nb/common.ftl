# Ordene som alle sider, e-poster og dokumenter deler. `en/common.ftl` sier det samme på engelsk.
yes = Ja
no = Nei
none = Ingen
unknown = Ukjent
required = må fylles ut
optional = valgfritt
and-more = og { $count } til
page-of = { $page } / { $pages }
days-left =
    { $count ->
        [0] frist i dag
        [one] { $count } dag igjen
       *[other] { $count } dager igjen
    }
days-late =
    { $count ->
        [one] { $count } dag for sent
       *[other] { $count } dager for sent
    }
people-count =
    { $count ->
        [one] { $count } person
       *[other] { $count } personer
    }
rows-count =
    { $count ->
        [0] ingenting
        [one] { $count } oppføring
       *[other] { $count } oppføringer
    }
