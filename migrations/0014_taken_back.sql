-- What was typed into a form whose session had ended, until its person signs in again from the same browser,
-- which alone has the secret. It is kept for an hour.
CREATE TABLE typed_form (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  path TEXT NOT NULL,
  back TEXT NOT NULL,
  fields TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX typed_form_expired ON typed_form (expires_at);
CREATE INDEX typed_form_by_person ON typed_form (person_id);

-- An import that can still be undone. It is kept for some weeks with what it changed.
CREATE TABLE import_run (
  id TEXT NOT NULL PRIMARY KEY,
  actor TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT
);

CREATE INDEX import_run_by_moment ON import_run (begun_at);

-- What one commit of an import changed, in one row, because an import of many lines must not wait for it: the
-- kind of records and, of each, its key, the digest of what the import wrote and, where the record existed, what
-- it was before.
CREATE TABLE import_batch (
  import_id TEXT NOT NULL REFERENCES import_run (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  entries TEXT NOT NULL,
  PRIMARY KEY (import_id, position)
);

-- One record of an import whose undoing was looked at: what would happen to it, and why it stays.
CREATE TABLE import_change (
  import_id TEXT NOT NULL REFERENCES import_run (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record_key TEXT NOT NULL,
  entry TEXT NOT NULL,
  created INTEGER NOT NULL CHECK (created IN (0, 1)),
  verdict TEXT NOT NULL CHECK (verdict IN ('undo', 'kept', 'undone', 'gone')),
  reason TEXT,
  PRIMARY KEY (import_id, position)
);

CREATE INDEX import_change_by_key ON import_change (import_id, kind, record_key);
CREATE INDEX import_change_by_verdict ON import_change (import_id, verdict, position);
