-- The last day of a school that closed, and the school that took over its engagements where two became one.
ALTER TABLE establishment ADD COLUMN closed_on TEXT;
ALTER TABLE establishment ADD COLUMN successor TEXT REFERENCES establishment (uai);
