-- The yearly report that a RUPN writes on their missions in one school: what was done, difficulties, needs, conditions.
-- `answers` is a JSON list; each answer keeps the words of its question. A draft has no `handed_in_at`; `received_at` is
-- when the DANE acknowledged it. `fact_known` is 1 where the report of that day stood in `progress_review` before.
CREATE TABLE yearly_report (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  school_year INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  answers TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  handed_in_at TEXT,
  received_at TEXT,
  received_by TEXT,
  fact_known INTEGER NOT NULL CHECK (fact_known IN (0, 1)),
  PRIMARY KEY (person_id, uai, school_year)
);

CREATE INDEX yearly_report_by_establishment ON yearly_report (uai, school_year);
CREATE INDEX yearly_report_by_year ON yearly_report (school_year, person_id, uai);
CREATE INDEX yearly_report_changed ON yearly_report (changed_at);
