-- What other bodies say of our badges: signed by them, brought by the DANE, kept as it came. Nobody is named by it
-- but the body that signed.
CREATE TABLE achievement_endorsement (
  id TEXT NOT NULL PRIMARY KEY,
  -- A digest of the issuer and of the id that the document states.
  endorsement_key TEXT NOT NULL,
  -- The achievement that it is about.
  achievement TEXT NOT NULL,
  version INTEGER NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  form TEXT NOT NULL CHECK (form IN ('json', 'jws')),
  content TEXT NOT NULL,
  issuer_id TEXT NOT NULL,
  issuer_name TEXT,
  -- The trusted list that names the issuer, at the last verification.
  trusted_list TEXT,
  key_id TEXT NOT NULL,
  words TEXT,
  valid_from TEXT NOT NULL,
  ends_at TEXT,
  kept_at TEXT NOT NULL,
  -- The last verification, and the last one that found it good.
  result TEXT NOT NULL CHECK (result IN ('good', 'bad', 'open')),
  verdict TEXT NOT NULL,
  fault TEXT,
  looked_at TEXT NOT NULL,
  verified_at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawal_reason TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
);

CREATE UNIQUE INDEX achievement_endorsement_once ON achievement_endorsement (endorsement_key) WHERE withdrawn_at IS NULL;
CREATE INDEX achievement_endorsement_of ON achievement_endorsement (achievement, version);
