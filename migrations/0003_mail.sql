-- What the service writes to people: ids alone. Text and address are those of the moment when it is sent.
CREATE TABLE mail (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (
    kind IN ('confirmation-request', 'confirmation-reminder', 'award', 'decision', 'contest')
  ),
  person_id TEXT NOT NULL REFERENCES person (id),
  subject_ids TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'skipped', 'refused')),
  closed_at TEXT,
  reason TEXT,
  CHECK ((state = 'waiting') = (closed_at IS NULL))
);

CREATE INDEX mail_by_person ON mail (person_id, created_at);
CREATE INDEX mail_unsent ON mail (state) WHERE state IN ('waiting', 'refused');

-- Who has no line for a kind gets mail of that kind.
CREATE TABLE mail_choice (
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (
    kind IN ('confirmation-request', 'confirmation-reminder', 'award', 'decision', 'contest')
  ),
  wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
  PRIMARY KEY (person_id, kind)
);
