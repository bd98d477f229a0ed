-- Plain SQL in the common subset of SQLite, PostgreSQL and D1: dates and instants are ISO text, JSON is text,
-- booleans are 0 or 1, ids are made by the application. Every statement ends with a semicolon at a line's end.

CREATE TABLE establishment (
  uai TEXT NOT NULL PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  commune TEXT NOT NULL,
  department_code TEXT NOT NULL,
  department TEXT NOT NULL,
  sector TEXT NOT NULL CHECK (sector IN ('public', 'private')),
  agricultural INTEGER NOT NULL CHECK (agricultural IN (0, 1))
);

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  head_of_uai TEXT REFERENCES establishment (uai)
);

-- Position 0 is the current address, then the earlier ones; an address belongs to one person for ever.
CREATE TABLE person_email (
  address TEXT NOT NULL PRIMARY KEY CHECK (address = lower(address)),
  person_id TEXT NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  UNIQUE (person_id, position)
);

CREATE TABLE person_profile (
  person_id TEXT NOT NULL REFERENCES person (id),
  profile TEXT NOT NULL CHECK (profile IN ('rupn', 'principal', 'dane')),
  PRIMARY KEY (person_id, profile)
);

CREATE INDEX person_profile_by_profile ON person_profile (profile, person_id);

CREATE TABLE engagement (
  reference TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  missions TEXT NOT NULL,
  roles TEXT NOT NULL,
  holds_single_role INTEGER NOT NULL CHECK (holds_single_role IN (0, 1)),
  confirmation TEXT NOT NULL CHECK (
    confirmation IN ('requested', 'confirmed', 'confirmed-with-reservation', 'confirmed-by-dane', 'contested')
  ),
  confirmed_by TEXT,
  confirmed_on TEXT,
  reservation TEXT,
  decided_by TEXT,
  decided_on TEXT,
  CHECK (ends_on IS NULL OR ends_on >= starts_on),
  CHECK ((decided_by IS NULL) = (decided_on IS NULL))
);

CREATE INDEX engagement_by_person ON engagement (person_id);
CREATE INDEX engagement_by_establishment ON engagement (uai, person_id);
CREATE INDEX engagement_single_role ON engagement (uai, starts_on) WHERE holds_single_role = 1;

CREATE TABLE authorisation (
  uai TEXT NOT NULL REFERENCES establishment (uai),
  mission TEXT NOT NULL,
  local_authority TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  convention TEXT,
  PRIMARY KEY (uai, mission, local_authority, starts_on),
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
);

CREATE TABLE event (
  code TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  hours DOUBLE PRECISION CHECK (hours >= 0),
  tags TEXT NOT NULL,
  uai TEXT REFERENCES establishment (uai),
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
);

CREATE INDEX event_by_establishment ON event (uai) WHERE uai IS NOT NULL;

CREATE TABLE attendance (
  person_id TEXT NOT NULL REFERENCES person (id),
  event_code TEXT NOT NULL REFERENCES event (code),
  hours DOUBLE PRECISION CHECK (hours >= 0),
  proof INTEGER NOT NULL CHECK (proof BETWEEN 0 AND 3),
  PRIMARY KEY (person_id, event_code)
);

CREATE TABLE progress_review (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  held_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('review', 'self-report')),
  PRIMARY KEY (person_id, uai, held_on, kind)
);

CREATE TABLE contribution (
  reference TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  dated_on TEXT NOT NULL,
  url TEXT,
  validated INTEGER NOT NULL CHECK (validated IN (0, 1))
);

CREATE INDEX contribution_by_person ON contribution (person_id);

-- The recipient is a person's id or a uai. It has no foreign key: the register outlives an erased person.
CREATE TABLE award (
  id TEXT NOT NULL PRIMARY KEY,
  recipient_kind TEXT NOT NULL CHECK (recipient_kind IN ('person', 'establishment')),
  recipient_id TEXT NOT NULL,
  achievement TEXT NOT NULL,
  version INTEGER NOT NULL,
  school_year INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  granted_at TEXT NOT NULL,
  granted_by TEXT NOT NULL,
  override_reason TEXT,
  evaluation TEXT NOT NULL,
  facts_digest TEXT NOT NULL,
  valid_until TEXT,
  signed INTEGER NOT NULL CHECK (signed IN (0, 1))
);

CREATE UNIQUE INDEX award_person_once ON award (recipient_id, achievement, sequence)
  WHERE recipient_kind = 'person';
CREATE UNIQUE INDEX award_establishment_once ON award (recipient_id, achievement, school_year, sequence)
  WHERE recipient_kind = 'establishment';
CREATE INDEX award_unsigned ON award (id) WHERE signed = 0;

CREATE TABLE status_list (
  id TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size > 0),
  revision INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  published_revision INTEGER,
  document TEXT,
  valid_until TEXT
);

CREATE TABLE credential (
  id TEXT NOT NULL PRIMARY KEY,
  award_id TEXT NOT NULL UNIQUE REFERENCES award (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  valid_from TEXT NOT NULL,
  document TEXT NOT NULL,
  jws TEXT NOT NULL,
  key_ids TEXT NOT NULL,
  status_list_id TEXT NOT NULL REFERENCES status_list (id),
  status_index INTEGER NOT NULL CHECK (status_index >= 0),
  subject_id TEXT NOT NULL,
  salt TEXT NOT NULL,
  acceptance TEXT NOT NULL CHECK (acceptance IN ('private', 'accepted', 'declined')),
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'unlisted')),
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  shown_name TEXT NOT NULL CHECK (shown_name IN ('none', 'initials', 'full')),
  show_schools INTEGER NOT NULL CHECK (show_schools IN (0, 1)),
  revoked_at TEXT,
  revoked_by TEXT,
  revocation_reason TEXT,
  erased_at TEXT,
  UNIQUE (status_list_id, status_index)
);

CREATE INDEX credential_private ON credential (id) WHERE acceptance = 'private';
CREATE INDEX credential_revoked ON credential (status_list_id, status_index) WHERE revoked_at IS NOT NULL;

CREATE TABLE api_token (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('dane', 'reader')),
  secret_hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  revoked_at TEXT
);

-- Append-only: the application has no statement that changes or deletes a line.
CREATE TABLE audit (
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  details TEXT
);

CREATE INDEX audit_by_subject ON audit (subject, at);
CREATE INDEX audit_by_actor ON audit (actor, at);

-- Always empty. A commit that rests on a premise first inserts the premise's name here where it does not hold: the
-- named constraint refuses the row and, with it, the whole transaction or batch, the same way on every engine.
CREATE TABLE premise (
  broken TEXT NOT NULL,
  CONSTRAINT credential_known CHECK (broken <> 'credential-known'),
  CONSTRAINT credential_revision_follows CHECK (broken <> 'credential-revision-follows'),
  CONSTRAINT credential_not_revoked CHECK (broken <> 'credential-not-revoked')
);
