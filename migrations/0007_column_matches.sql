-- The columns of a table that its sender has matched by hand, so that a table with the same header is read the
-- same way. `columns` gives the place of each column in the header, as JSON; `titles` the header itself.
CREATE TABLE column_match (
  person_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  kind TEXT NOT NULL,
  titles TEXT NOT NULL,
  columns TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (person_id, fingerprint)
);

-- The event that the lists of an upload are about, where its sender has named one.
ALTER TABLE upload ADD COLUMN event TEXT;

-- The history of imports. Its condition is written out in the query, since an engine uses the index only then.
CREATE INDEX audit_of_imports ON audit (at) WHERE action = 'file-imported';
