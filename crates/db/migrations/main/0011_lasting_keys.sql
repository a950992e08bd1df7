-- Which keys of units are kept for good, and which are forgotten after a while. Of those that are there, what was sent over
-- HTTP is forgotten; where nothing tells any more what it was, it is kept: it may be a line that was enrolled.

ALTER TABLE idempotency ADD COLUMN lasting {int} NOT NULL DEFAULT 1;
UPDATE idempotency SET lasting = 0 WHERE entries = 0 OR EXISTS (
  SELECT 1 FROM ledger_facts f
  WHERE f.service = idempotency.service AND f.entry = idempotency.first_entry AND f.kind <> 'enrolled'
);
