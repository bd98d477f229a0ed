-- The trainings to come at which people would like to be.
CREATE TABLE training_wish (
  event_code TEXT NOT NULL REFERENCES event (code),
  person_id TEXT NOT NULL REFERENCES person (id),
  wished_at TEXT NOT NULL,
  PRIMARY KEY (event_code, person_id)
);

CREATE INDEX training_wish_by_person ON training_wish (person_id);

-- What people must know to be at an event: place, hours (HH:MM in Paris), link of the virtual class, a word. Files of
-- events have no such columns, so an import never changes them.
CREATE TABLE event_details (
  event_code TEXT NOT NULL PRIMARY KEY REFERENCES event (code),
  place TEXT,
  opens_at TEXT,
  closes_at TEXT,
  link TEXT,
  words TEXT
);
