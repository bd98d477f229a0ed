-- The failed attempts of a job since its last step. A job without a next attempt is set aside: it waits until it
-- is tried again or dropped. `moved_at` is when its last step was committed.
ALTER TABLE job ADD COLUMN failure_count INTEGER;
ALTER TABLE job ADD COLUMN failure_at TEXT;
ALTER TABLE job ADD COLUMN failure_code TEXT;
ALTER TABLE job ADD COLUMN failure_retry_at TEXT;
ALTER TABLE job ADD COLUMN moved_at TEXT;
