-- A decision may be dated: it is begun at `starts_at`, unless it is held. `held_by` is the agent or program that
-- holds it, until it is released.
ALTER TABLE job ADD COLUMN held_by TEXT;

-- A badge that waits for its holder's answer is reminded once, or again on demand. `reminded_at` is the last time.
ALTER TABLE credential ADD COLUMN reminded_at TEXT;

-- For the badges that wait, the oldest first, and those among them that were never reminded.
CREATE INDEX credential_unanswered ON credential (valid_from, id) WHERE acceptance = 'private';
CREATE INDEX credential_to_remind ON credential (valid_from, id)
  WHERE acceptance = 'private' AND reminded_at IS NULL;
