-- A claim on work names its holder and a counter that the holder raises while it works. `claimed_at` is an
-- instant of the database's own clock; only D1 writes it, because processes there live no longer than a request.
UPDATE award SET claimed_by = NULL WHERE claimed_by IS NOT NULL;
ALTER TABLE award DROP COLUMN claimed_until;
ALTER TABLE award ADD COLUMN claim_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE award ADD COLUMN claimed_at TEXT;

UPDATE outbox SET claimed_by = NULL WHERE claimed_by IS NOT NULL;
ALTER TABLE outbox DROP COLUMN claimed_until;
ALTER TABLE outbox ADD COLUMN claim_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN claimed_at TEXT;

UPDATE job SET claimed_by = NULL WHERE claimed_by IS NOT NULL;
ALTER TABLE job DROP COLUMN claimed_until;
ALTER TABLE job ADD COLUMN claim_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN claimed_at TEXT;

-- Digest of a job's command and of the person who began it. An unfinished job with the same digest is the same
-- work.
ALTER TABLE job ADD COLUMN once_key TEXT;
CREATE UNIQUE INDEX job_once ON job (once_key) WHERE finished_at IS NULL;

-- Proposals of badges that were granted or refused after they were judged. A decision removes its proposals in
-- its own commit.
DELETE FROM proposal WHERE EXISTS (
  SELECT 1 FROM award
  WHERE award.recipient_id = proposal.recipient_id AND award.recipient_kind = proposal.recipient_kind
    AND award.achievement = proposal.achievement AND award.granted_at >= proposal.judged_on
);
DELETE FROM proposal WHERE EXISTS (
  SELECT 1 FROM proposal_refusal AS refusal
  WHERE refusal.recipient_id = proposal.recipient_id AND refusal.recipient_kind = proposal.recipient_kind
    AND refusal.achievement = proposal.achievement AND refusal.school_year = proposal.school_year
    AND refusal.reopened_at IS NULL
);
