-- The digital-education projects of a school.
CREATE TABLE school_project (
  id TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL REFERENCES establishment (uai),
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  url TEXT,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  kept_by TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
);

CREATE INDEX school_project_by_school ON school_project (uai, starts_on);

-- The people of the school who are associated to a project.
CREATE TABLE school_project_member (
  project_id TEXT NOT NULL REFERENCES school_project (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (project_id, person_id)
);

CREATE INDEX school_project_member_by_person ON school_project_member (person_id);

-- The procedure sheet of an authorised action: a link, or a PDF whose bytes stand in procedure_part.
CREATE TABLE procedure_sheet (
  id TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL,
  mission TEXT NOT NULL,
  local_authority TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  url TEXT,
  size_bytes INTEGER,
  parts INTEGER NOT NULL,
  kept_by TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  UNIQUE (uai, mission, local_authority, starts_on),
  FOREIGN KEY (uai, mission, local_authority, starts_on)
    REFERENCES authorisation (uai, mission, local_authority, starts_on),
  CHECK ((url IS NULL) = (size_bytes IS NOT NULL))
);

-- The bytes of a procedure sheet in base64, in parts that are small enough for every engine.
CREATE TABLE procedure_part (
  sheet_id TEXT NOT NULL REFERENCES procedure_sheet (id),
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (sheet_id, position)
);

-- Trainings wished in the progress reviews of a school year that the DANE has taken into its plan. `wish` is
-- the text without accents, capitals and punctuation.
CREATE TABLE planned_wish (
  school_year INTEGER NOT NULL,
  wish TEXT NOT NULL,
  event_code TEXT NOT NULL REFERENCES event (code),
  taken_by TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  PRIMARY KEY (school_year, wish)
);

-- The list of wished trainings reads the notes of one school year, over all schools.
CREATE INDEX review_notes_by_day ON review_notes (held_on, person_id, uai);
