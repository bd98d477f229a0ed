-- The people who let the referents of their département see them in the directory. The row goes when they take it
-- back.
CREATE TABLE directory_consent (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  agreed_at TEXT NOT NULL
);

-- A message of the DANE to the people of a filter, which is JSON; `people` is how many it found. `turn` is its number
-- among those of its day, from 1: the day has no more of them than the service allows.
CREATE TABLE network_message (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  filter TEXT NOT NULL,
  written_on TEXT NOT NULL,
  turn INTEGER NOT NULL,
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL,
  people INTEGER NOT NULL,
  cancelled_at TEXT,
  cancelled_by TEXT,
  UNIQUE (written_on, turn)
);

-- A recipient whom the message reached: the mail that carries it, or why none does. Nobody has two.
CREATE TABLE message_recipient (
  message_id TEXT NOT NULL REFERENCES network_message (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  mail_id TEXT UNIQUE REFERENCES mail (id),
  left_out TEXT CHECK (left_out IN ('no-address', 'not-wanted')),
  PRIMARY KEY (message_id, person_id),
  CHECK ((mail_id IS NULL) <> (left_out IS NULL))
);

CREATE INDEX message_recipient_by_person ON message_recipient (person_id);
