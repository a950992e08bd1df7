-- Who must not come back by an import: by keyed hash alone, so that it outlives an erasure and leads to nobody. An empty
-- purpose stands for everything.

CREATE TABLE suppression (
  service      TEXT   NOT NULL,
  hash         {blob} NOT NULL,
  purpose      TEXT   NOT NULL,
  key_version  {int}  NOT NULL,
  source       TEXT   NOT NULL,
  said_at      {int}  NOT NULL,
  taken_at     {int}  NOT NULL,
  until        {int}  NOT NULL,
  PRIMARY KEY (service, hash, purpose)
) {clustered};
CREATE INDEX suppression_until ON suppression (service, until);
