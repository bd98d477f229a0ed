-- A person's public page, made by their own act: the badges that they chose, under one address. A removed page
-- leaves no row, and its address is never given again.
CREATE TABLE public_profile (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  id TEXT NOT NULL UNIQUE,
  name_form TEXT NOT NULL CHECK (name_form IN ('none', 'initials', 'full')),
  searchable INTEGER NOT NULL CHECK (searchable IN (0, 1)),
  made_at TEXT NOT NULL
);

CREATE TABLE public_profile_badge (
  person_id TEXT NOT NULL REFERENCES person (id),
  credential_id TEXT NOT NULL REFERENCES credential (id),
  PRIMARY KEY (person_id, credential_id)
);
