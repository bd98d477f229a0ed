-- What people ask the DANE, and what is said about it.
CREATE TABLE support_request (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('local-authority', 'technical', 'proximity', 'local-training')),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  person_id TEXT NOT NULL REFERENCES person (id),
  title TEXT NOT NULL,
  -- JSON: every text, the request itself first, with its author and its instant.
  messages TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'planned', 'closed', 'withdrawn')),
  -- 0 while it waits for the DANE, 1 afterwards: the queue is sorted by it.
  queue_rank INTEGER NOT NULL CHECK (queue_rank IN (0, 1)),
  planned_on TEXT,
  changed_at TEXT NOT NULL,
  revision INTEGER NOT NULL,
  CHECK ((state = 'open') = (queue_rank = 0))
);

CREATE INDEX support_request_by_person ON support_request (person_id);
CREATE INDEX support_request_by_school ON support_request (uai);
CREATE INDEX support_request_queue ON support_request (queue_rank, asked_at, id);

-- The yearly meeting of the DANE in a school, with its principal.
CREATE TABLE school_meeting (
  id TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL REFERENCES establishment (uai),
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  words TEXT,
  state TEXT NOT NULL CHECK (state IN ('asked', 'proposed', 'planned', 'held', 'cancelled')),
  -- The side that proposed the day, and so does not accept it.
  proposed_by TEXT CHECK (proposed_by IN ('principal', 'dane')),
  day TEXT,
  -- The three texts of a meeting that was held, who noted it, and the event of its attendances.
  projects TEXT,
  difficulties TEXT,
  prospects TEXT,
  noted_by TEXT,
  noted_as TEXT CHECK (noted_as IN ('principal', 'dane')),
  noted_at TEXT,
  event_code TEXT REFERENCES event (code),
  revision INTEGER NOT NULL,
  CHECK ((state = 'held') = (event_code IS NOT NULL)),
  CHECK (state IN ('asked', 'cancelled') OR day IS NOT NULL)
);

CREATE INDEX school_meeting_by_school ON school_meeting (uai);
CREATE INDEX school_meeting_queue ON school_meeting (state, asked_at, id);

-- Who is invited to an event, and what they answer.
CREATE TABLE event_invitation (
  event_code TEXT NOT NULL REFERENCES event (code),
  person_id TEXT NOT NULL REFERENCES person (id),
  invited_at TEXT NOT NULL,
  invited_by TEXT NOT NULL,
  reminded_at TEXT,
  answer TEXT CHECK (answer IN ('coming', 'perhaps', 'not-coming')),
  answered_at TEXT,
  cancelled_at TEXT,
  PRIMARY KEY (event_code, person_id),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);

CREATE INDEX event_invitation_by_person ON event_invitation (person_id);

-- The projects that the DANE runs for classes.
CREATE TABLE class_project (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  url TEXT,
  audience TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  joins_until TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  ended_at TEXT
);

CREATE INDEX class_project_by_day ON class_project (joins_until, id);

-- Classes of a school that somebody enters for a project. No pupil is named.
CREATE TABLE class_participation (
  project_id TEXT NOT NULL REFERENCES class_project (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  classes TEXT NOT NULL,
  class_count INTEGER NOT NULL CHECK (class_count BETWEEN 1 AND 50),
  joined_at TEXT NOT NULL,
  PRIMARY KEY (project_id, person_id, uai)
);

CREATE INDEX class_participation_by_person ON class_participation (person_id);
CREATE INDEX class_participation_by_school ON class_participation (project_id, uai);

-- Mails and choices of mails get new kinds. The service knows the list of kinds; the tables no longer repeat it.
CREATE TABLE mail_of_any_kind (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  subject_ids TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'skipped', 'refused')),
  closed_at TEXT,
  reason TEXT,
  CHECK ((state = 'waiting') = (closed_at IS NULL))
);

INSERT INTO mail_of_any_kind (id, kind, person_id, subject_ids, message_id, created_at, state, closed_at, reason)
SELECT id, kind, person_id, subject_ids, message_id, created_at, state, closed_at, reason FROM mail;

DROP TABLE mail;

ALTER TABLE mail_of_any_kind RENAME TO mail;

CREATE INDEX mail_by_person ON mail (person_id, created_at);
CREATE INDEX mail_unsent ON mail (state) WHERE state IN ('waiting', 'refused');

CREATE TABLE mail_choice_of_any_kind (
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
  PRIMARY KEY (person_id, kind)
);

INSERT INTO mail_choice_of_any_kind (person_id, kind, wanted)
SELECT person_id, kind, wanted FROM mail_choice;

DROP TABLE mail_choice;

ALTER TABLE mail_choice_of_any_kind RENAME TO mail_choice;
