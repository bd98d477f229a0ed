-- A version of the criteria taken back before its day keeps its number and its text; its day is free again.
CREATE TABLE criteria_version_kept (
  version INTEGER NOT NULL PRIMARY KEY,
  in_force_from TEXT NOT NULL,
  document TEXT NOT NULL,
  adopted_at TEXT NOT NULL,
  adopted_by TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by TEXT
);

INSERT INTO criteria_version_kept (version, in_force_from, document, adopted_at, adopted_by)
SELECT version, in_force_from, document, adopted_at, adopted_by FROM criteria_version;

DROP TABLE criteria_version;
ALTER TABLE criteria_version_kept RENAME TO criteria_version;
CREATE UNIQUE INDEX criteria_version_in_force ON criteria_version (in_force_from) WHERE withdrawn_at IS NULL;

-- A refusal that was taken back stays to be read: who refused, why, and who reopened.
CREATE TABLE proposal_refusal_kept (
  recipient_kind TEXT NOT NULL CHECK (recipient_kind IN ('person', 'establishment')),
  recipient_id TEXT NOT NULL,
  achievement TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  refused_at TEXT NOT NULL,
  refused_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  reopened_at TEXT,
  reopened_by TEXT,
  PRIMARY KEY (recipient_id, recipient_kind, achievement, school_year, refused_at)
);

INSERT INTO proposal_refusal_kept
  (recipient_kind, recipient_id, achievement, school_year, refused_at, refused_by, reason)
SELECT recipient_kind, recipient_id, achievement, school_year, refused_at, refused_by, reason FROM proposal_refusal;

DROP TABLE proposal_refusal;
ALTER TABLE proposal_refusal_kept RENAME TO proposal_refusal;

-- Always empty, like `premise`: what a commit of this area rests on is refused here where it does not hold.
CREATE TABLE decision_premise (
  broken TEXT NOT NULL,
  CONSTRAINT criteria_unused CHECK (broken <> 'criteria-unused'),
  CONSTRAINT dane_agent_left CHECK (broken <> 'dane-agent-left')
);
