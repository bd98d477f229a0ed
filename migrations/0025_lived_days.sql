-- The days that the service has lived: it wrote on them, and nothing contradicted its clock. Deletions that
-- cannot be undone wait for such days. A jump of the clock or a restored database empties the table.
CREATE TABLE lived_day (
  day TEXT NOT NULL PRIMARY KEY
);

-- One row: where the database lies, and the newest two marks that are kept beside it. A copy that is put back
-- brings an older mark, or lies elsewhere.
CREATE TABLE life (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  home TEXT NOT NULL,
  mark TEXT NOT NULL,
  mark_before TEXT,
  marked_at TEXT NOT NULL
);

-- People whose facts the retention will delete, with the number of facts of each kind when this was announced.
-- A fact more or less is announced again.
CREATE TABLE retention_notice (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  before TEXT NOT NULL,
  announced_on TEXT NOT NULL,
  engagements INTEGER NOT NULL,
  attended INTEGER NOT NULL,
  reviews INTEGER NOT NULL,
  contributions INTEGER NOT NULL
);

-- One row while the deletion is held back, or was held back since the last one.
CREATE TABLE retention_hold (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  begun_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  held_by TEXT NOT NULL
);

-- The newest signature and those dated ahead are looked for at every look at the clock.
CREATE INDEX credential_valid_from ON credential (valid_from);
