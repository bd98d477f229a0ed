-- Missions that the principal of a school proposes to somebody, who accepts or declines them.
CREATE TABLE mission_proposal (
  id TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL REFERENCES establishment (uai),
  person_id TEXT NOT NULL REFERENCES person (id),
  -- JSON lists of codes.
  missions TEXT NOT NULL,
  roles TEXT NOT NULL,
  from_day TEXT NOT NULL,
  words TEXT,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('accepted', 'declined', 'withdrawn')),
  settled_at TEXT,
  CHECK ((outcome IS NULL) = (settled_at IS NULL))
);

CREATE INDEX mission_proposal_by_person ON mission_proposal (person_id);
CREATE INDEX mission_proposal_by_school ON mission_proposal (uai);
