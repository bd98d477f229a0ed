-- The log holds the digests of everything that an assertion key of ours signed: every revision of a badge, the
-- copies in wallets, the records of badges and the credentials of programs. An entry is found by either digest.
CREATE TABLE log_entry_by_digest (
  -- From 0, without a gap.
  position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 0),
  -- SHA-256 of the document with its proof, in canonical JSON, in hexadecimal.
  document TEXT NOT NULL,
  -- SHA-256 of the compact JWS, in hexadecimal; absent for a document that has no such form.
  jws TEXT
);
-- An entry's text is `jalon-badge/v1`, `document ` with its digest, and `jws ` with its digest, a line each.
INSERT INTO log_entry_by_digest (position, document, jws)
SELECT position, substr(entry, 25, 64), substr(entry, 94, 64) FROM log_entry;

-- Signed documents that wait for their place in the log, entered in the commit that stored them.
CREATE TABLE log_waiting (
  document TEXT NOT NULL PRIMARY KEY,
  jws TEXT
);
INSERT INTO log_waiting (document) SELECT DISTINCT substr(digest, 8) FROM program_credential;

-- Badges that were signed before digests were made at the signature, and records of badges, which had no
-- entry: their digests are made from the stored forms at the first extension of the log.
CREATE TABLE log_unread (
  -- The id of a badge or of a record of badges.
  id TEXT NOT NULL PRIMARY KEY
);
INSERT INTO log_unread (id) SELECT DISTINCT credential_id FROM log_pending;
INSERT INTO log_unread (id) SELECT id FROM badge_record;

DROP TABLE log_pending;
DROP TABLE log_entry;
ALTER TABLE log_entry_by_digest RENAME TO log_entry;
CREATE INDEX log_entry_by_document ON log_entry (document);
CREATE INDEX log_entry_by_jws ON log_entry (jws) WHERE jws IS NOT NULL;
