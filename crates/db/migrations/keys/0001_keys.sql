-- The key database: wrapped keys only. Deleting a row and the epoch key it was wrapped under destroys a key for good.

CREATE TABLE subject_key (
  service     TEXT   NOT NULL,
  subject     {blob} NOT NULL,
  kind        TEXT   NOT NULL,
  version     {int}  NOT NULL,
  epoch       {int}  NOT NULL,
  wrapped     {blob} NOT NULL,
  created_at  {int}  NOT NULL,
  PRIMARY KEY (service, subject, kind, version)
) {clustered};
CREATE INDEX subject_key_epoch ON subject_key (service, epoch);

CREATE TABLE service_key (
  service     TEXT   NOT NULL,
  name        TEXT   NOT NULL,
  version     {int}  NOT NULL,
  epoch       {int}  NOT NULL,
  wrapped     {blob} NOT NULL,
  created_at  {int}  NOT NULL,
  PRIMARY KEY (service, name, version)
) {clustered};
