-- A segment that its teacher has declared stands once, however often the form is sent. Absent for what was declared before,
-- and for what came with another record of the same person.
ALTER TABLE declared_engagement ADD COLUMN segment_key TEXT;
CREATE UNIQUE INDEX declared_engagement_once ON declared_engagement (person_id, segment_key);

-- Browser and system of a session in two words, so that its person can tell one from another.
ALTER TABLE session ADD COLUMN device TEXT;

-- Always empty, like `premise`: what a holder's act rests on is refused here where it does not hold.
CREATE TABLE choice_premise (
  broken TEXT NOT NULL,
  CONSTRAINT choice_as_read CHECK (broken <> 'choice-as-read')
);
