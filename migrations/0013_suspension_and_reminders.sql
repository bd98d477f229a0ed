-- A badge that the DANE suspended for a time: the public cause and reason, and a note for the DANE alone. All are
-- empty where it is not suspended.
ALTER TABLE credential ADD COLUMN suspended_at TEXT;
ALTER TABLE credential ADD COLUMN suspended_by TEXT;
ALTER TABLE credential ADD COLUMN suspension_cause TEXT;
ALTER TABLE credential ADD COLUMN suspension_reason TEXT;
ALTER TABLE credential ADD COLUMN suspension_note TEXT;

CREATE INDEX credential_suspended ON credential (status_list_id, status_index) WHERE suspended_at IS NOT NULL;

-- The signed list that tells which set entries are suspensions, as published with its list. Empty where no entry
-- of the list was ever suspended.
ALTER TABLE status_list ADD COLUMN suspension_document TEXT;

-- How many of the two reminders before its end a badge still waits for: six months before, and one. Each badge is
-- found twice in its life, whether a mail is due or not, so that the timer never reads it again.
ALTER TABLE award ADD COLUMN reminders_left INTEGER NOT NULL DEFAULT 2 CHECK (reminders_left IN (0, 1, 2));

CREATE INDEX award_first_reminder ON award (valid_until, id) WHERE reminders_left = 2 AND valid_until IS NOT NULL;
CREATE INDEX award_last_reminder ON award (valid_until, id) WHERE reminders_left = 1 AND valid_until IS NOT NULL;

-- The badges of one kind, for a choice among many.
CREATE INDEX award_by_achievement ON award (achievement, id);
