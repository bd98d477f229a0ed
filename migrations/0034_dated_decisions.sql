-- A decision may be dated: it is begun at `starts_at`, unless it is held. `held_by` is the agent or program that
-- holds it, until it is released.
ALTER TABLE job ADD COLUMN held_by TEXT;
