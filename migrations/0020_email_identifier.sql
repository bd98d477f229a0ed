-- Whether the holder asked for the salted hash of their e-mail address in the badge. Nobody was asked before: no.
-- Badges signed earlier hold it still; `re-sign` lists them and signs them again without it.
ALTER TABLE credential ADD COLUMN email_identifier INTEGER NOT NULL DEFAULT 0 CHECK (email_identifier IN (0, 1));
