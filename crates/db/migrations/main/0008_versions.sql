-- From when on a published version is in force. What was published before was in force at once.

ALTER TABLE policy ADD COLUMN effective_at {int} NOT NULL DEFAULT 0;
UPDATE policy SET effective_at = published_at;
CREATE INDEX policy_effective ON policy (service, effective_at);
