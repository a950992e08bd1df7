-- What the last look at the ledger found, and what was already told of it.

CREATE TABLE examination (
  service  TEXT   NOT NULL,
  at       {int}  NOT NULL,
  report   TEXT   NOT NULL,
  told     TEXT,
  PRIMARY KEY (service)
) {strict};
