-- The log of signed badges: entries that are only ever added, the tiles of their tree, and its checkpoints.
CREATE TABLE log_entry (
  -- From 0, without a gap.
  position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 0),
  credential_id TEXT NOT NULL REFERENCES credential (id),
  revision INTEGER NOT NULL,
  -- Digests of the signed forms, as they are published.
  entry TEXT NOT NULL,
  UNIQUE (credential_id, revision)
);

CREATE TABLE log_tile (
  level INTEGER NOT NULL CHECK (level >= 0),
  number INTEGER NOT NULL CHECK (number >= 0),
  -- 1 to 256 hashes of 32 bytes, in base64.
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 256),
  hashes TEXT NOT NULL,
  PRIMARY KEY (level, number)
);

-- The last checkpoint of each day (UTC).
CREATE TABLE log_checkpoint (
  day TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size >= 0),
  -- The checkpoint with its signatures, as it is published.
  note TEXT NOT NULL,
  signed_at TEXT NOT NULL
);

-- Signed badges that are not in the log yet.
CREATE TABLE log_pending (
  credential_id TEXT NOT NULL REFERENCES credential (id),
  revision INTEGER NOT NULL,
  PRIMARY KEY (credential_id, revision)
);

INSERT INTO log_pending (credential_id, revision)
SELECT id, revision FROM credential WHERE erased_at IS NULL;
