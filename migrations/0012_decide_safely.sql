-- Proposals that a person should look at before they are granted come first in their lot.
ALTER TABLE proposal ADD COLUMN to_look_at INTEGER NOT NULL DEFAULT 0 CHECK (to_look_at IN (0, 1));

UPDATE proposal SET to_look_at = 1 WHERE summary NOT LIKE '%"justMet":[]%';

CREATE INDEX proposal_to_look_at ON proposal (to_look_at, id);

-- A version of the criteria that one agent proposes and another one adopts or sends back. `figures` is JSON: the
-- figures that differ from the base version, by their pointers.
CREATE TABLE criteria_draft (
  id TEXT NOT NULL PRIMARY KEY,
  base_version INTEGER NOT NULL,
  figures TEXT NOT NULL,
  in_force_from TEXT NOT NULL,
  drafted_by TEXT NOT NULL,
  drafted_at TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('adopted', 'sent-back', 'withdrawn', 'replaced')),
  settled_by TEXT,
  settled_at TEXT,
  words TEXT,
  -- The number of the adopted version.
  version INTEGER,
  CHECK ((outcome IS NULL) = (settled_at IS NULL)),
  CHECK ((outcome IS NULL) = (settled_by IS NULL))
);

-- One draft at a time waits to be judged.
CREATE UNIQUE INDEX criteria_draft_waits_once ON criteria_draft (base_version) WHERE outcome IS NULL;
CREATE INDEX criteria_draft_by_time ON criteria_draft (drafted_at, id);

-- Whether the person who began a job was told that it is over. Those of before this are not told again.
ALTER TABLE job ADD COLUMN told INTEGER NOT NULL DEFAULT 1 CHECK (told IN (0, 1));

CREATE INDEX job_to_tell ON job (made_by, finished_at) WHERE told = 0;

-- The coverage of each school on a chosen day. It is kept for a while and measured again where it is asked for.
CREATE TABLE coverage_on_day (
  on_day TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  uai TEXT NOT NULL REFERENCES establishment (uai),
  rupn INTEGER NOT NULL CHECK (rupn >= 0),
  requested INTEGER NOT NULL CHECK (requested >= 0),
  contested INTEGER NOT NULL CHECK (contested >= 0),
  clashes INTEGER NOT NULL CHECK (clashes >= 0),
  families TEXT NOT NULL,
  measured_at TEXT NOT NULL,
  PRIMARY KEY (on_day, uai)
);

CREATE INDEX coverage_on_day_by_measure ON coverage_on_day (measured_at);
