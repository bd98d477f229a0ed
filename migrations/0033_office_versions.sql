-- The office's packs as they were adopted, oldest first. A row never changes. `document` is JSON: every file of
-- the pack. `is_first` is 1 for the pack that the service began with: it stands in the place of the one that
-- comes with the program. `criteria_version` is the version of the criteria that the pack brought, if it brought
-- one.
CREATE TABLE office_version (
  version INTEGER NOT NULL PRIMARY KEY,
  document TEXT NOT NULL,
  is_first INTEGER NOT NULL DEFAULT 0 CHECK (is_first IN (0, 1)),
  criteria_version INTEGER,
  adopted_at TEXT NOT NULL,
  adopted_by TEXT NOT NULL
);

CREATE UNIQUE INDEX office_version_first ON office_version (is_first) WHERE is_first = 1;
