-- The stored standing, one row for each thing that can stand so or otherwise. Nothing was ever written to the table of
-- step 3, so it is made anew. How far it follows the ledger stands in the head.

DROP TABLE standing;
CREATE TABLE standing (
  service  TEXT   NOT NULL,
  subject  {blob} NOT NULL,
  aspect   TEXT   NOT NULL,
  about    TEXT   NOT NULL,
  state    TEXT   NOT NULL,
  at       {int}  NOT NULL,
  until    {int},
  policy   {blob},
  entry    {int}  NOT NULL,
  PRIMARY KEY (service, subject, aspect, about)
) {clustered};
CREATE INDEX standing_until ON standing (service, aspect, until) WHERE until IS NOT NULL;
ALTER TABLE ledger_head ADD COLUMN stood {int} NOT NULL DEFAULT 0;
