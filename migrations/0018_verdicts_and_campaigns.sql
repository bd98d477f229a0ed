-- What an import does, or did, with each line of an upload, to be leafed through; for as long as the upload is kept.
CREATE TABLE upload_line (
  upload_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (
    outcome IN ('created', 'updated', 'unchanged', 'superseded', 'refused', 'noted')
  ),
  remarked INTEGER NOT NULL CHECK (remarked IN (0, 1)),
  details TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  PRIMARY KEY (upload_id, position)
);

-- Uploads of before have no verdicts: whoever sent them an hour ago sends them again.
DELETE FROM upload_part;
DELETE FROM upload;

-- A campaign may be closed before its day; a cancelled one is closed too, and keeps none of its unanswered requests.
ALTER TABLE campaign ADD COLUMN closed_at TEXT;
ALTER TABLE campaign ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1));
