-- A credential that a program had signed, with a place of its own in a status list. Nothing of its content is here:
-- its id as the program gave it, the digest of what was signed, when and by which token, and whether it still stands.
CREATE TABLE program_credential (
  id TEXT NOT NULL PRIMARY KEY,
  digest TEXT NOT NULL,
  status_list_id TEXT NOT NULL REFERENCES status_list (id),
  status_index INTEGER NOT NULL CHECK (status_index >= 0),
  signed_at TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  revoked_at TEXT,
  suspended_at TEXT,
  UNIQUE (status_list_id, status_index),
  CHECK (revoked_at IS NULL OR suspended_at IS NULL)
);

CREATE INDEX program_credential_revoked ON program_credential (status_list_id, status_index)
  WHERE revoked_at IS NOT NULL;
CREATE INDEX program_credential_suspended ON program_credential (status_list_id, status_index)
  WHERE suspended_at IS NOT NULL;

-- They have lists of their own, as records do. The check of a column can only be changed with the column.
ALTER TABLE status_list ADD COLUMN held_for TEXT NOT NULL DEFAULT 'badges'
  CHECK (held_for IN ('badges', 'records', 'programs'));
UPDATE status_list SET held_for = kept_for;
ALTER TABLE status_list DROP COLUMN kept_for;
ALTER TABLE status_list RENAME COLUMN held_for TO kept_for;

-- A client of the Open Badges Host that had access once is forgotten too, when it has had none for long: the column
-- now tells the last time that somebody granted it anything.
ALTER TABLE host_client RENAME COLUMN first_granted_at TO last_granted_at;
