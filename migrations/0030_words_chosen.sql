-- Which words of principals a badge shows: those that tell no more than the rest of its holder's choice, all, or
-- none.
ALTER TABLE credential ADD COLUMN shown_words TEXT NOT NULL DEFAULT 'fitting'
  CHECK (shown_words IN ('fitting', 'all', 'none'));
