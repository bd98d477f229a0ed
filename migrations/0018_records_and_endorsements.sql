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

-- What a principal says of a person's engagement at their school, and the badge that its holder has added it to.
CREATE TABLE endorsement (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL,
  comment TEXT NOT NULL,
  offered_at TEXT NOT NULL,
  declined INTEGER NOT NULL CHECK (declined IN (0, 1)),
  credential_id TEXT REFERENCES credential (id),
  UNIQUE (person_id, uai)
);
CREATE INDEX endorsement_credential ON endorsement (credential_id);

-- The public keys with which schools have signed. Each private key follows from a key of the issuer.
CREATE TABLE school_key (
  kid TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL,
  public_key_multibase TEXT NOT NULL,
  issuer_kid TEXT NOT NULL
);
CREATE INDEX school_key_uai ON school_key (uai);
