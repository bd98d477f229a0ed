-- Since when a segment waits to be confirmed. A line goes once it no longer waits.
CREATE TABLE engagement_request (
  reference TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  since TEXT NOT NULL
);

CREATE INDEX engagement_request_by_person ON engagement_request (person_id);
CREATE INDEX engagement_requested ON engagement (reference) WHERE confirmation = 'requested';

-- A principal contests an engagement, the teacher answers, the DANE decides. All of it is kept.
CREATE TABLE contest (
  id TEXT NOT NULL PRIMARY KEY,
  engagement_reference TEXT NOT NULL REFERENCES engagement (reference),
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  motive TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  answer TEXT,
  answered_at TEXT,
  outcome TEXT CHECK (outcome IN ('maintained', 'lifted', 'partial')),
  decision_reason TEXT,
  decided_by TEXT,
  decided_at TEXT,
  decided_references TEXT,
  withdrawn_at TEXT,
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK ((outcome IS NULL) = (decided_at IS NULL)),
  CHECK (decided_at IS NULL OR withdrawn_at IS NULL)
);

CREATE UNIQUE INDEX contest_open_once ON contest (engagement_reference)
  WHERE decided_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX contest_by_person ON contest (person_id, opened_at);
CREATE INDEX contest_by_establishment ON contest (uai, opened_at);
CREATE INDEX contest_open ON contest (id) WHERE decided_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE planned_review (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  school_year INTEGER NOT NULL,
  planned_on TEXT NOT NULL,
  planned_by TEXT NOT NULL,
  PRIMARY KEY (person_id, uai, school_year)
);

CREATE INDEX planned_review_by_establishment ON planned_review (uai, school_year);

-- What was written down at a review, for three years. The review itself is a line of progress_review and stays.
CREATE TABLE review_notes (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  held_on TEXT NOT NULL,
  notes TEXT NOT NULL,
  written_by TEXT NOT NULL,
  written_at TEXT NOT NULL,
  PRIMARY KEY (person_id, uai, held_on)
);

CREATE INDEX review_notes_by_establishment ON review_notes (uai);
CREATE INDEX review_notes_written ON review_notes (written_at);

-- What a school puts at the disposal of its RUPN.
CREATE TABLE means (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  kind TEXT NOT NULL CHECK (kind IN ('telephone', 'equipment', 'office')),
  description TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (person_id, uai, kind, since)
);

CREATE INDEX means_by_establishment ON means (uai);

-- A printed paper and the facts it was drawn from: its public page confirms them.
CREATE TABLE paper (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('statement', 'mission-letter', 'review-record', 'imp-file')),
  person_id TEXT REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  school_year INTEGER NOT NULL,
  facts TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CHECK ((person_id IS NULL) = (kind = 'imp-file'))
);

CREATE INDEX paper_by_establishment ON paper (uai, made_at);
CREATE INDEX paper_by_person ON paper (person_id) WHERE person_id IS NOT NULL;

-- Premises more; the table is always empty.
DROP TABLE premise;
CREATE TABLE premise (
  broken TEXT NOT NULL,
  CONSTRAINT credential_known CHECK (broken <> 'credential-known'),
  CONSTRAINT credential_revision_follows CHECK (broken <> 'credential-revision-follows'),
  CONSTRAINT credential_not_revoked CHECK (broken <> 'credential-not-revoked'),
  CONSTRAINT outbox_item_open CHECK (broken <> 'outbox-item-open'),
  CONSTRAINT engagement_as_read CHECK (broken <> 'engagement-as-read'),
  CONSTRAINT single_role_free CHECK (broken <> 'single-role-free'),
  CONSTRAINT contest_still_open CHECK (broken <> 'contest-still-open')
);
