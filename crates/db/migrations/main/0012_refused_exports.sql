-- What was asked for a recipient that is not declared for it, by day: of how many people, and when the privacy leads were
-- told of it. The people themselves are not named.

CREATE TABLE refused_export (
  service    TEXT   NOT NULL,
  day        {int}  NOT NULL,
  recipient  TEXT   NOT NULL,
  people     {int}  NOT NULL,
  at         {int}  NOT NULL,
  told       {int},
  PRIMARY KEY (service, day, recipient)
) {strict};
