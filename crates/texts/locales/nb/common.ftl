# Ordene som alle sider, e-poster og dokumenter deler. `en/common.ftl` sier det samme på engelsk.
yes = Ja
no = Nei
none = Ingen
unknown = Ukjent
required = må fylles ut
optional = valgfritt
