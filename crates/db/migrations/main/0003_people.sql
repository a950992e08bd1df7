-- Subjects, what names them, where they stand in the company's stores, what they gave, what may be done with it.

CREATE TABLE subject (
  service     TEXT   NOT NULL,
  id          {blob} NOT NULL,
  state       TEXT   NOT NULL,
  lang        TEXT   NOT NULL,
  created_at  {int}  NOT NULL,
  erased_at   {int},
  PRIMARY KEY (service, id)
) {clustered};

CREATE TABLE identifier (
  service        TEXT   NOT NULL,
  id             {blob} NOT NULL,
  subject        {blob} NOT NULL,
  kind           TEXT   NOT NULL,
  blind          {blob},
  index_version  {int}  NOT NULL,
  sealed         {blob} NOT NULL,
  key_version    {int}  NOT NULL,
  verified_at    {int},
  created_at     {int}  NOT NULL,
  PRIMARY KEY (service, id),
  FOREIGN KEY (service, subject) REFERENCES subject (service, id)
) {clustered};
CREATE INDEX identifier_blind ON identifier (service, kind, blind);
CREATE INDEX identifier_subject ON identifier (service, subject);

CREATE TABLE link (
  service      TEXT   NOT NULL,
  id           {blob} NOT NULL,
  subject      {blob} NOT NULL,
  identifier   {blob},
  store        TEXT   NOT NULL,
  place        TEXT   NOT NULL,
  blind        {blob},
  sealed       {blob} NOT NULL,
  key_version  {int}  NOT NULL,
  created_at   {int}  NOT NULL,
  PRIMARY KEY (service, id),
  FOREIGN KEY (service, subject) REFERENCES subject (service, id)
) {clustered};
CREATE INDEX link_subject ON link (service, subject, store);

CREATE TABLE record (
  service      TEXT   NOT NULL,
  id           {blob} NOT NULL,
  subject      {blob} NOT NULL,
  form         TEXT   NOT NULL,
  purpose      TEXT   NOT NULL,
  policy       {blob} NOT NULL,
  lang         TEXT   NOT NULL,
  surface      TEXT   NOT NULL,
  received_at  {int}  NOT NULL,
  keep_until   {int},
  entry        {int},
  sealed       {blob} NOT NULL,
  key_version  {int}  NOT NULL,
  PRIMARY KEY (service, id),
  FOREIGN KEY (service, subject) REFERENCES subject (service, id)
) {strict};
CREATE INDEX record_subject ON record (service, subject);

CREATE TABLE standing (
  service     TEXT   NOT NULL,
  subject     {blob} NOT NULL,
  purpose     TEXT   NOT NULL,
  state       TEXT   NOT NULL,
  policy      {blob},
  entry       {int}  NOT NULL,
  keep_until  {int},
  updated_at  {int}  NOT NULL,
  PRIMARY KEY (service, subject, purpose),
  FOREIGN KEY (service, subject) REFERENCES subject (service, id)
) {clustered};
