-- 1 where the review was on record before its text was written here: taking the text back leaves the review.
ALTER TABLE review_notes ADD COLUMN review_known INTEGER NOT NULL DEFAULT 0 CHECK (review_known IN (0, 1));

-- When the DANE looked at a declaration to head a school that others are said to head, and let it stand.
ALTER TABLE headship ADD COLUMN checked_at TEXT;
