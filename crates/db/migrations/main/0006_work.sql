-- What is still to be done, by whom it is being done, and what was done already.

CREATE TABLE outbox (
  service      TEXT   NOT NULL,
  id           {blob} NOT NULL,
  kind         TEXT   NOT NULL,
  subject      {blob},
  sealed       {blob} NOT NULL,
  key_version  {int}  NOT NULL,
  state        TEXT   NOT NULL,
  attempts     {int}  NOT NULL,
  created_at   {int}  NOT NULL,
  next_at      {int}  NOT NULL,
  sent_at      {int},
  error        TEXT,
  lease_owner  TEXT,
  lease_until  {int},
  lease_epoch  {int}  NOT NULL,
  PRIMARY KEY (service, id)
) {strict};
CREATE INDEX outbox_due ON outbox (service, state, next_at);

CREATE TABLE job (
  service      TEXT   NOT NULL,
  id           {blob} NOT NULL,
  kind         TEXT   NOT NULL,
  payload      TEXT,
  state        TEXT   NOT NULL,
  attempts     {int}  NOT NULL,
  created_at   {int}  NOT NULL,
  next_at      {int}  NOT NULL,
  done_at      {int},
  error        TEXT,
  lease_owner  TEXT,
  lease_until  {int},
  lease_epoch  {int}  NOT NULL,
  PRIMARY KEY (service, id)
) {strict};
CREATE INDEX job_due ON job (service, state, next_at);

CREATE TABLE lease (
  service   TEXT   NOT NULL,
  name      TEXT   NOT NULL,
  owner     TEXT   NOT NULL,
  until     {int}  NOT NULL,
  epoch     {int}  NOT NULL,
  PRIMARY KEY (service, name)
) {clustered};

-- The first result of a unit under its key, so that a repeated one is answered and not carried out again.
CREATE TABLE idempotency (
  service  TEXT   NOT NULL,
  hash     {blob} NOT NULL,
  first_entry {int} NOT NULL,
  entries  {int}  NOT NULL,
  at       {int}  NOT NULL,
  PRIMARY KEY (service, hash)
) {clustered};
