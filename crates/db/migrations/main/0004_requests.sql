-- People's requests: the clocks, the words exchanged, the persisted steps of the plan, the sealed answers.

CREATE TABLE request (
  service          TEXT   NOT NULL,
  id               {blob} NOT NULL,
  subject          {blob} NOT NULL,
  kind             TEXT   NOT NULL,
  state            TEXT   NOT NULL,
  reference        TEXT   NOT NULL,
  lang             TEXT   NOT NULL,
  received_at      {int}  NOT NULL,
  due_at           {int}  NOT NULL,
  first_reply_due  {int},
  first_reply_at   {int},
  extended_to      {int},
  closed_at        {int},
  sealed           {blob},
  key_version      {int}  NOT NULL,
  revision         {int}  NOT NULL,
  PRIMARY KEY (service, id)
) {strict};
CREATE UNIQUE INDEX request_reference ON request (service, reference);
CREATE INDEX request_subject ON request (service, subject);
CREATE INDEX request_state ON request (service, state, due_at);

CREATE TABLE message (
  service      TEXT   NOT NULL,
  id           {blob} NOT NULL,
  request      {blob} NOT NULL,
  sender       TEXT   NOT NULL,
  at           {int}  NOT NULL,
  sealed       {blob} NOT NULL,
  key_version  {int}  NOT NULL,
  PRIMARY KEY (service, id),
  FOREIGN KEY (service, request) REFERENCES request (service, id)
) {strict};
CREATE INDEX message_request ON message (service, request, at);

CREATE TABLE step (
  service      TEXT   NOT NULL,
  id           {blob} NOT NULL,
  request      {blob} NOT NULL,
  position     {int}  NOT NULL,
  target       TEXT   NOT NULL,
  action       TEXT   NOT NULL,
  state        TEXT   NOT NULL,
  sealed       {blob},
  key_version  {int}  NOT NULL,
  counts       TEXT,
  outcome      TEXT,
  error        TEXT,
  attempts     {int}  NOT NULL,
  next_at      {int}  NOT NULL,
  updated_at   {int}  NOT NULL,
  lease_owner  TEXT,
  lease_until  {int},
  lease_epoch  {int}  NOT NULL,
  PRIMARY KEY (service, id),
  FOREIGN KEY (service, request) REFERENCES request (service, id)
) {strict};
CREATE UNIQUE INDEX step_position ON step (service, request, position);
CREATE INDEX step_due ON step (service, state, next_at);

CREATE TABLE package (
  service      TEXT   NOT NULL,
  id           {blob} NOT NULL,
  request      {blob} NOT NULL,
  name         TEXT   NOT NULL,
  media        TEXT   NOT NULL,
  size         {int}  NOT NULL,
  sealed       {blob} NOT NULL,
  key_version  {int}  NOT NULL,
  created_at   {int}  NOT NULL,
  expires_at   {int}  NOT NULL,
  fetched_at   {int},
  PRIMARY KEY (service, id),
  FOREIGN KEY (service, request) REFERENCES request (service, id)
) {strict};
CREATE INDEX package_request ON package (service, request);
