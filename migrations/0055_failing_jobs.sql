-- The failed attempts of a job since its last step. A job without a next attempt is set aside: it waits until it
-- is tried again or dropped. `moved_at` is when its last step was committed.
ALTER TABLE job ADD COLUMN failure_count INTEGER;
ALTER TABLE job ADD COLUMN failure_at TEXT;
ALTER TABLE job ADD COLUMN failure_code TEXT;
ALTER TABLE job ADD COLUMN failure_retry_at TEXT;
ALTER TABLE job ADD COLUMN moved_at TEXT;

-- Where `move` copied this database: host and name. Later commits here are refused.
ALTER TABLE life ADD COLUMN moved_to TEXT;

-- The table of premises is always empty, so it is made again with the new constraint.
DROP TABLE premise;
CREATE TABLE premise (
  broken TEXT NOT NULL,
  CONSTRAINT credential_known CHECK (broken <> 'credential-known'),
  CONSTRAINT credential_revision_follows CHECK (broken <> 'credential-revision-follows'),
  CONSTRAINT credential_not_revoked CHECK (broken <> 'credential-not-revoked'),
  CONSTRAINT choice_as_read CHECK (broken <> 'choice-as-read'),
  CONSTRAINT engagement_as_read CHECK (broken <> 'engagement-as-read'),
  CONSTRAINT single_role_free CHECK (broken <> 'single-role-free'),
  CONSTRAINT engagement_still_open CHECK (broken <> 'engagement-still-open'),
  CONSTRAINT contest_still_open CHECK (broken <> 'contest-still-open'),
  CONSTRAINT reminder_not_written CHECK (broken <> 'reminder-not-written'),
  CONSTRAINT criteria_unused CHECK (broken <> 'criteria-unused'),
  CONSTRAINT dane_agent_left CHECK (broken <> 'dane-agent-left'),
  CONSTRAINT outbox_item_open CHECK (broken <> 'outbox-item-open'),
  CONSTRAINT signing_key_active CHECK (broken <> 'signing-key-active'),
  CONSTRAINT job_still_claimed CHECK (broken <> 'job-still-claimed'),
  CONSTRAINT moved_to CHECK (broken <> 'moved-to')
);
