-- What a contribution was called, and one sentence on it, in its author's words. Older records have neither.
ALTER TABLE contribution ADD COLUMN title TEXT;
ALTER TABLE contribution ADD COLUMN description TEXT;
