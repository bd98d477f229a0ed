-- Every line of the audit says by which road its act came, and carries a digest of its content. Within a minute
-- the service gives it a position in a log like that of the badges, so that a line that is changed, removed, moved
-- or put in between is found out (docs/adr/0045). Details have a digest and a salt of their own: where an erasure
-- removes both the details and their salt, the line's digest still holds.
CREATE TABLE audit_line (
  -- It grows with time. Its random part is the salt of the line's digest, and it is shown nowhere.
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  details TEXT,
  details_salt TEXT,
  -- It stays where the details were erased.
  details_digest TEXT,
  -- Absent in lines from before this migration.
  road TEXT CHECK (road IN ('page', 'api', 'command', 'timer', 'job')),
  -- Lines of one request, one command or one job have the same.
  request TEXT,
  -- The system's user who gave the command.
  terminal TEXT,
  -- Absent in lines from before this migration, until they are sealed.
  digest TEXT,
  -- Place in the log, from 0; absent until the line is sealed.
  position INTEGER CHECK (position >= 0)
);
INSERT INTO audit_line (id, at, actor, action, subject, details)
SELECT '0' || (1000000000000 + row_number() OVER (ORDER BY at)), at, actor, action, subject, details
FROM audit;
DROP TABLE audit;
ALTER TABLE audit_line RENAME TO audit;

CREATE INDEX audit_by_subject ON audit (subject, at);
CREATE INDEX audit_by_actor ON audit (actor, at);
CREATE INDEX audit_by_action ON audit (action, at);
CREATE INDEX audit_by_at ON audit (at, id);
-- Two indexes, because one of all positions would lead through every waiting line.
CREATE UNIQUE INDEX audit_by_position ON audit (position) WHERE position IS NOT NULL;
CREATE INDEX audit_unsealed ON audit (id) WHERE position IS NULL;

-- The tiles and signed states of the log of the audit, as those of the badges.
CREATE TABLE audit_tile (
  level INTEGER NOT NULL CHECK (level >= 0),
  number INTEGER NOT NULL CHECK (number >= 0),
  -- 1 to 256 hashes of 32 bytes, in base64.
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 256),
  hashes TEXT NOT NULL,
  PRIMARY KEY (level, number)
);

-- The last checkpoint of each day (UTC).
CREATE TABLE audit_checkpoint (
  day TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size >= 0),
  note TEXT NOT NULL,
  signed_at TEXT NOT NULL
);
