-- Versions of the criteria that the DANE adopted here, after those published with the software.
CREATE TABLE criteria_version (
  version INTEGER NOT NULL PRIMARY KEY,
  in_force_from TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  adopted_at TEXT NOT NULL,
  adopted_by TEXT NOT NULL
);

-- What the last judgment proposes and nobody decided. The key sorts by school, badge and recipient.
CREATE TABLE proposal (
  id TEXT NOT NULL PRIMARY KEY,
  recipient_kind TEXT NOT NULL CHECK (recipient_kind IN ('person', 'establishment')),
  recipient_id TEXT NOT NULL,
  achievement TEXT NOT NULL,
  version INTEGER NOT NULL,
  judged_on TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  uai TEXT,
  department_code TEXT,
  summary TEXT NOT NULL
);

CREATE INDEX proposal_by_recipient ON proposal (recipient_id, recipient_kind);
CREATE INDEX proposal_by_achievement ON proposal (achievement, id);
CREATE INDEX proposal_by_department ON proposal (department_code, id);

-- A refusal stands for the school year of the judgment.
CREATE TABLE proposal_refusal (
  recipient_kind TEXT NOT NULL CHECK (recipient_kind IN ('person', 'establishment')),
  recipient_id TEXT NOT NULL,
  achievement TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  refused_at TEXT NOT NULL,
  refused_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (recipient_id, recipient_kind, achievement, school_year)
);

-- Long work, done in short steps by whoever is there; killed anywhere, another goes on from the last step.
CREATE TABLE job (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  command TEXT NOT NULL,
  progress TEXT NOT NULL,
  done INTEGER NOT NULL,
  total INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  finished_at TEXT,
  claimed_by TEXT,
  claimed_until TEXT
);

CREATE INDEX job_unfinished ON job (made_at) WHERE finished_at IS NULL;
CREATE INDEX job_by_kind ON job (kind, made_at);
