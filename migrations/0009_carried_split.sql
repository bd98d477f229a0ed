-- How a person shares a mission out: by time, by project or by service. A JSON list, by mission.
ALTER TABLE engagement ADD COLUMN sharing TEXT;
ALTER TABLE mission_proposal ADD COLUMN sharing TEXT;

-- The last day of proposed missions, and the school year into which they carry the split of the year before.
ALTER TABLE mission_proposal ADD COLUMN to_day TEXT;
ALTER TABLE mission_proposal ADD COLUMN carried_into INTEGER;

-- One proposal of a school at a time waits for one person: of two that wait, only one stays.
UPDATE mission_proposal SET outcome = 'withdrawn', settled_at = proposed_at
WHERE outcome IS NULL AND EXISTS (
  SELECT 1 FROM mission_proposal AS other
  WHERE other.uai = mission_proposal.uai AND other.person_id = mission_proposal.person_id
    AND other.outcome IS NULL AND other.id > mission_proposal.id
);
CREATE UNIQUE INDEX mission_proposal_waits_once ON mission_proposal (uai, person_id) WHERE outcome IS NULL;
