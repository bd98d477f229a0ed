-- The grammatical form that the holder chose for the title of a badge with their full name. Badges accepted
-- before keep the inclusive form, which their signed bytes have.
ALTER TABLE credential ADD COLUMN title_form TEXT NOT NULL DEFAULT 'inclusive'
  CHECK (title_form IN ('feminine', 'masculine', 'inclusive'));
