-- `sha256$` and the digest of the frozen facts. Papers of earlier versions have none.
ALTER TABLE paper ADD COLUMN facts_digest TEXT;

-- The last look of the service at what must hold of it, one row an invariant. `found` is JSON: the first records
-- that contradict it.
CREATE TABLE invariant_answer (
  invariant TEXT NOT NULL PRIMARY KEY,
  looked INTEGER NOT NULL CHECK (looked >= 0),
  contradictions INTEGER NOT NULL CHECK (contradictions >= 0),
  found TEXT NOT NULL,
  -- Why it could not be looked at to the end.
  failure TEXT,
  begun_at TEXT NOT NULL,
  looked_at TEXT NOT NULL
);

-- A line of the audit names what a program signed by its digest.
CREATE INDEX program_credential_by_digest ON program_credential (digest);
