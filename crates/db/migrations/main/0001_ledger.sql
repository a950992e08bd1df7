-- The ledger. What is permanent is only hashes (ledger_leaf, ledger_tile, ledger_head); facts and bodies can go.

CREATE TABLE ledger_head (
  service          TEXT   NOT NULL,
  size             {int}  NOT NULL,
  frontier         {blob} NOT NULL,
  root             {blob} NOT NULL,
  checkpoint       TEXT,
  checkpoint_size  {int}  NOT NULL,
  indexed          {int}  NOT NULL,
  PRIMARY KEY (service)
) {clustered};

CREATE TABLE ledger_leaf (
  service     TEXT   NOT NULL,
  entry       {int}  NOT NULL,
  format      {int}  NOT NULL,
  facts       {blob} NOT NULL,
  body        {blob} NOT NULL,
  entry_key   {blob} NOT NULL,
  hash        {blob} NOT NULL,
  PRIMARY KEY (service, entry)
) {clustered};

CREATE TABLE ledger_tile (
  service  TEXT   NOT NULL,
  level    {int}  NOT NULL,
  tile     {int}  NOT NULL,
  hashes   {blob} NOT NULL,
  PRIMARY KEY (service, level, tile)
) {strict};

CREATE TABLE ledger_facts (
  service      TEXT   NOT NULL,
  entry        {int}  NOT NULL,
  id           {blob} NOT NULL,
  at           {int}  NOT NULL,
  kind         TEXT   NOT NULL,
  subject      {blob},
  purpose      TEXT,
  categories   TEXT   NOT NULL,
  recipient    TEXT,
  expires      {int},
  policy       {blob},
  actor        TEXT   NOT NULL,
  key_version  {int}  NOT NULL,
  PRIMARY KEY (service, entry)
) {clustered};

CREATE TABLE ledger_body (
  service      TEXT   NOT NULL,
  entry        {int}  NOT NULL,
  sealed       {blob} NOT NULL,
  key_version  {int}  NOT NULL,
  PRIMARY KEY (service, entry)
) {strict};

-- Filled behind the head (ledger_head.indexed says how far) and rebuildable from ledger_facts.
CREATE TABLE subject_entry (
  service  TEXT   NOT NULL,
  subject  {blob} NOT NULL,
  entry    {int}  NOT NULL,
  PRIMARY KEY (service, subject, entry)
) {clustered};
