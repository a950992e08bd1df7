-- Every policy that was ever published, as it was written and as it was compiled.

CREATE TABLE policy (
  service       TEXT   NOT NULL,
  hash          {blob} NOT NULL,
  version       TEXT   NOT NULL,
  source        TEXT   NOT NULL,
  canonical     TEXT   NOT NULL,
  published_at  {int}  NOT NULL,
  entry         {int},
  PRIMARY KEY (service, hash)
) {strict};
