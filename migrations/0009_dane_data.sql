-- Files that an agent sent, for an hour: between what an import would do and what it does.
CREATE TABLE upload (
  id TEXT NOT NULL PRIMARY KEY,
  owner_id TEXT NOT NULL,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  files TEXT NOT NULL,
  report TEXT NOT NULL,
  imported_at TEXT
);

CREATE INDEX upload_expired ON upload (expires_at);
CREATE INDEX upload_by_owner ON upload (owner_id);

-- Their bytes in base64, cut small enough for every engine.
CREATE TABLE upload_part (
  upload_id TEXT NOT NULL,
  file INTEGER NOT NULL,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (upload_id, file, position)
);

-- An event's sign-in sheet: whoever knows its secret says between two instants that they are there.
CREATE TABLE event_sheet (
  secret TEXT NOT NULL PRIMARY KEY,
  event_code TEXT NOT NULL REFERENCES event (code),
  opens_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL
);

CREATE INDEX event_sheet_by_event ON event_sheet (event_code, made_at);

CREATE INDEX attendance_by_event ON attendance (event_code, person_id);
CREATE INDEX event_by_start ON event (starts_on, code);

-- What is set on the screens, laid over the configuration.
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
);
