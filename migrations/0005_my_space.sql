-- Segments that their own teacher declared in the service: only these may be changed or withdrawn by them.
CREATE TABLE declared_engagement (
  reference TEXT NOT NULL PRIMARY KEY REFERENCES engagement (reference),
  person_id TEXT NOT NULL REFERENCES person (id),
  declared_at TEXT NOT NULL
);

CREATE INDEX declared_engagement_by_person ON declared_engagement (person_id);

-- What a person asks the DANE to do with their data.
CREATE TABLE data_request (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('rectification', 'erasure')),
  message TEXT NOT NULL,
  made_at TEXT NOT NULL,
  settled_at TEXT,
  settled_by TEXT,
  answer TEXT,
  CHECK ((settled_at IS NULL) = (settled_by IS NULL))
);

CREATE INDEX data_request_by_person ON data_request (person_id);
CREATE INDEX data_request_open ON data_request (made_at, id) WHERE settled_at IS NULL;
