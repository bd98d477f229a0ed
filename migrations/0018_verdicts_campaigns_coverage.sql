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

-- What each school covers is kept school year by school year.
CREATE TABLE coverage_of_year (
  school_year INTEGER NOT NULL,
  uai TEXT NOT NULL REFERENCES establishment (uai),
  rupn INTEGER NOT NULL CHECK (rupn >= 0),
  requested INTEGER NOT NULL CHECK (requested >= 0),
  contested INTEGER NOT NULL CHECK (contested >= 0),
  clashes INTEGER NOT NULL CHECK (clashes >= 0),
  families TEXT NOT NULL,
  measured_at TEXT NOT NULL,
  PRIMARY KEY (school_year, uai)
);
INSERT INTO coverage_of_year (school_year, uai, rupn, requested, contested, clashes, families, measured_at)
  SELECT school_year, uai, rupn, requested, contested, clashes, families, measured_at FROM establishment_coverage;
DROP TABLE establishment_coverage;
ALTER TABLE coverage_of_year RENAME TO establishment_coverage;
