-- Several processes share the work: whoever signs an award says so first, for a short time. Nobody's claim outlives
-- its end, so a process that was killed leaves nothing that another does not take over.
ALTER TABLE award ADD COLUMN claimed_by TEXT;
ALTER TABLE award ADD COLUMN claimed_until TEXT;

-- Of several processes that find no list open, one opens the next.
ALTER TABLE status_list ADD COLUMN ordinal INTEGER;
CREATE UNIQUE INDEX status_list_ordinal ON status_list (ordinal);

-- What must follow a commit, written with it and done afterwards. A line that is done stays a while, then goes.
CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  created_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  claimed_by TEXT,
  claimed_until TEXT,
  done_at TEXT
);

CREATE INDEX outbox_waiting ON outbox (due_at, id) WHERE done_at IS NULL;
CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;

-- One premise more; the table is always empty.
DROP TABLE premise;
CREATE TABLE premise (
  broken TEXT NOT NULL,
  CONSTRAINT credential_known CHECK (broken <> 'credential-known'),
  CONSTRAINT credential_revision_follows CHECK (broken <> 'credential-revision-follows'),
  CONSTRAINT credential_not_revoked CHECK (broken <> 'credential-not-revoked'),
  CONSTRAINT outbox_item_open CHECK (broken <> 'outbox-item-open')
);
