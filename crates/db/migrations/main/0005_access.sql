-- Who may come in: one-use tokens and sessions (hashes only), staff accounts and their grants.

CREATE TABLE token (
  service      TEXT   NOT NULL,
  hash         {blob} NOT NULL,
  kind         TEXT   NOT NULL,
  subject      {blob},
  object       {blob},
  sealed       {blob},
  key_version  {int}  NOT NULL,
  created_at   {int}  NOT NULL,
  expires_at   {int}  NOT NULL,
  used_at      {int},
  PRIMARY KEY (service, hash)
) {clustered};

CREATE TABLE session (
  service     TEXT   NOT NULL,
  hash        {blob} NOT NULL,
  kind        TEXT   NOT NULL,
  holder      {blob} NOT NULL,
  lang        TEXT   NOT NULL,
  created_at  {int}  NOT NULL,
  seen_at     {int}  NOT NULL,
  expires_at  {int}  NOT NULL,
  PRIMARY KEY (service, hash)
) {clustered};
CREATE INDEX session_holder ON session (service, holder);

-- Accounts belong to the server (service '*'); what an account may do is granted per service.
CREATE TABLE staff (
  service       TEXT   NOT NULL,
  id            {blob} NOT NULL,
  blind         {blob} NOT NULL,
  sealed        {blob} NOT NULL,
  key_version   {int}  NOT NULL,
  password      TEXT   NOT NULL,
  totp          {blob},
  totp_step     {int}  NOT NULL,
  state         TEXT   NOT NULL,
  failures      {int}  NOT NULL,
  locked_until  {int},
  created_at    {int}  NOT NULL,
  revision      {int}  NOT NULL,
  PRIMARY KEY (service, id)
) {clustered};
CREATE UNIQUE INDEX staff_blind ON staff (service, blind);

CREATE TABLE staff_grant (
  service     TEXT   NOT NULL,
  id          {blob} NOT NULL,
  staff       {blob} NOT NULL,
  role        TEXT   NOT NULL,
  granted_by  TEXT   NOT NULL,
  granted_at  {int}  NOT NULL,
  revoked_at  {int},
  PRIMARY KEY (service, id)
) {clustered};
CREATE INDEX staff_grant_staff ON staff_grant (service, staff);
