-- What a provider wants to see again to end its own session too; of providers whose word holds nothing that must not be
-- kept (never the NUMEN).
ALTER TABLE session ADD COLUMN id_token TEXT;
