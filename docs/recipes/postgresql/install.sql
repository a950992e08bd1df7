-- Once, by who owns the database: whom Abide knows by which id, who may be used for what, and until when that is believed.
-- Nobody but its owner reads these tables; others see what views let through.
BEGIN;

CREATE SCHEMA gate;

-- Which row of yours is which person of Abide's: `abide enrol … --ids` writes it.
CREATE TABLE gate.person (
    reference text PRIMARY KEY,
    subject uuid NOT NULL
);

-- When a purpose was last fed. What is older than `good_for` lets nobody through.
CREATE TABLE gate.feed (
    purpose text PRIMARY KEY,
    fed_at timestamptz NOT NULL,
    good_for interval NOT NULL DEFAULT '15 minutes'
);

CREATE TABLE gate.allowed (
    purpose text REFERENCES gate.feed ON DELETE CASCADE,
    subject uuid,
    PRIMARY KEY (purpose, subject)
);

CREATE INDEX ON gate.person (subject);

-- Which rows of yours may be used for which purpose now. No person, no purpose, no fresh feed: not in it.
-- A view reads its tables with its owner's rights, so whoever asks needs none on them.
CREATE VIEW gate.usable WITH (security_barrier) AS
SELECT purpose, reference
FROM gate.feed
JOIN gate.allowed USING (purpose)
JOIN gate.person USING (subject)
WHERE fed_at + good_for > now();

COMMIT;
