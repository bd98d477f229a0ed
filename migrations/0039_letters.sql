-- One mail a person and day: a mail that is sent takes along the others that wait for its person. `letter_id` is the
-- mail with which one leaves, which may be itself. `letter_key` is on that mail alone: it names its person and its day
-- in Paris, so that no two leave on one day.
ALTER TABLE mail ADD COLUMN letter_id TEXT;
ALTER TABLE mail ADD COLUMN letter_key TEXT;

CREATE INDEX mail_by_letter ON mail (letter_id);
CREATE UNIQUE INDEX mail_letter ON mail (letter_key);
