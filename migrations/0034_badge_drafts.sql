-- Badges that the DANE writes and nobody else sees. `badge` is JSON: the badge as the criteria would hold it, whose
-- texts may still be empty. `replaces` is the code of the published badge that it changes. `revision` is raised by each change. A row goes when its badge is proposed, adopted or
-- dropped.
CREATE TABLE badge_draft (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision > 0),
  badge TEXT NOT NULL,
  replaces TEXT,
  begun_by TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
);

CREATE INDEX badge_draft_by_time ON badge_draft (begun_at, id);

-- What a proposed version does to badges, as JSON, besides its figures.
ALTER TABLE criteria_draft ADD COLUMN badges TEXT NOT NULL DEFAULT '[]';
