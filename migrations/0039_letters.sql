-- One mail a person and day: a mail that is sent takes along the others that wait for its person. `letter_id` is the
-- mail with which one leaves, which may be itself. `letter_key` is on that mail alone: it names its person and its day
-- in Paris, so that no two leave on one day.
ALTER TABLE mail ADD COLUMN letter_id TEXT;
ALTER TABLE mail ADD COLUMN letter_key TEXT;

CREATE INDEX mail_by_letter ON mail (letter_id);
CREATE UNIQUE INDEX mail_letter ON mail (letter_key);

-- Lists stand by family name and first name.
DROP INDEX person_by_name;
CREATE INDEX person_by_name ON person (folded_name, id);

-- The queue is filtered by the département of the school as it stands, not as it stood when the badge was judged.
DROP INDEX proposal_by_department;
ALTER TABLE proposal DROP COLUMN department_code;

-- The same facts on the same day are the same paper.
ALTER TABLE paper ADD COLUMN once_key TEXT;
CREATE UNIQUE INDEX paper_once ON paper (once_key);
