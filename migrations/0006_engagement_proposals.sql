-- Changes of a segment that its teacher asks for, and those that a principal or the DANE makes: an end, other
-- missions from a day on, a correction. They are kept as the history of the segment.
CREATE TABLE engagement_proposal (
  id TEXT NOT NULL PRIMARY KEY,
  engagement_reference TEXT NOT NULL REFERENCES engagement (reference),
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  kind TEXT NOT NULL CHECK (kind IN ('end', 'missions', 'correction')),
  -- JSON: what the segment should become, and what it was.
  asked TEXT NOT NULL,
  former TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  reason TEXT,
  outcome TEXT CHECK (outcome IN ('accepted', 'refused', 'withdrawn')),
  settled_by TEXT,
  settled_at TEXT,
  settled_reason TEXT,
  CHECK ((outcome IS NULL) = (settled_at IS NULL)),
  CHECK ((outcome IS NULL) = (settled_by IS NULL))
);

CREATE INDEX engagement_proposal_by_person ON engagement_proposal (person_id);
CREATE INDEX engagement_proposal_by_school ON engagement_proposal (uai);
-- One proposal at a time waits about a segment.
CREATE UNIQUE INDEX engagement_proposal_waits_once ON engagement_proposal (engagement_reference)
WHERE outcome IS NULL;
-- The queue of the DANE, the oldest first.
CREATE INDEX engagement_proposal_waiting ON engagement_proposal (proposed_at, id) WHERE outcome IS NULL;
-- The queue of contributions to validate, the oldest first.
CREATE INDEX contribution_to_validate ON contribution (dated_on, reference) WHERE validated = 0;

-- Who of the DANE validated a contribution in the service, or took the validation back: a file no longer
-- changes that.
ALTER TABLE contribution ADD COLUMN judged_by TEXT;
ALTER TABLE contribution ADD COLUMN judged_at TEXT;
