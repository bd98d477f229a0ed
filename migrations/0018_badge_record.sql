-- A person's badges in one signed document, made by their own act (CLR 2.0). A withdrawn one leaves no row here.
CREATE TABLE badge_record (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  id TEXT NOT NULL UNIQUE,
  name_form TEXT NOT NULL CHECK (name_form IN ('none', 'initials', 'full')),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  valid_from TEXT NOT NULL,
  document TEXT NOT NULL,
  jws TEXT NOT NULL,
  key_ids TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  made_of TEXT NOT NULL
);

-- The place of every record in its status list, for ever, and that it was withdrawn. It names nobody.
CREATE TABLE badge_record_entry (
  record_id TEXT NOT NULL PRIMARY KEY,
  status_list_id TEXT NOT NULL REFERENCES status_list (id),
  status_index INTEGER NOT NULL CHECK (status_index >= 0),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  UNIQUE (status_list_id, status_index)
);

-- Records have lists of their own, so that no place is ever given to a badge and to a record.
ALTER TABLE status_list ADD COLUMN kept_for TEXT NOT NULL DEFAULT 'badges' CHECK (kept_for IN ('badges', 'records'));
