-- psql -v purpose=offers -v asked_at=2026-11-30T12:00:00Z -f feed.sql < audience.ndjson
-- Replaces who may be used for a purpose, all at once: whoever reads meanwhile sees the old audience or the new one.
\set ON_ERROR_STOP on
BEGIN;

CREATE TEMPORARY TABLE line (told jsonb NOT NULL) ON COMMIT DROP;

-- JSON as it is: no character of it delimits or quotes
\copy line FROM pstdin WITH (FORMAT csv, DELIMITER E'\x01', QUOTE E'\x02')

-- a line that names nobody fails here: nothing is replaced by half an audience
ALTER TABLE line ADD CHECK (told ->> 'subject' IS NOT NULL);

-- the row is locked until the end, so that two feeds go one after the other; an audience that was asked for earlier than
-- the one that is here changes nothing
WITH fed AS (
    INSERT INTO gate.feed AS had (purpose, fed_at) VALUES (:'purpose', :'asked_at')
    ON CONFLICT (purpose) DO UPDATE SET fed_at = excluded.fed_at WHERE had.fed_at <= excluded.fed_at
    RETURNING 1
)
SELECT count(*) > 0 AS newest FROM fed \gset

\if :newest
DELETE FROM gate.allowed
WHERE purpose = :'purpose'
  AND NOT EXISTS (SELECT FROM line WHERE (told ->> 'subject')::uuid = allowed.subject);

INSERT INTO gate.allowed (purpose, subject)
SELECT DISTINCT :'purpose', (told ->> 'subject')::uuid FROM line
ON CONFLICT DO NOTHING;
\else
\warn 'a later audience is here already: nothing was changed'
\endif

COMMIT;
