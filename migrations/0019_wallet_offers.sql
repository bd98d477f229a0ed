-- Badges that their holders take into a wallet. Codes, tokens and challenges are kept as hashes alone. What was
-- not taken is deleted soon after its end.
CREATE TABLE wallet_offer (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  credential_id TEXT NOT NULL REFERENCES credential (id),
  secret_hash TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL UNIQUE,
  pin_hash TEXT,
  wrong_pins INTEGER NOT NULL,
  token_hash TEXT UNIQUE,
  challenge_hash TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  taken_at TEXT,
  -- The DID of the wallet's key, which then stands in the badge.
  holder TEXT,
  CHECK ((taken_at IS NULL) = (holder IS NULL))
);

CREATE INDEX wallet_offer_by_person ON wallet_offer (person_id);
CREATE INDEX wallet_offer_by_credential ON wallet_offer (credential_id);
CREATE INDEX wallet_offer_waiting ON wallet_offer (expires_at) WHERE taken_at IS NULL;

-- Numbers that a wallet signs once, so that no proof of its key is used again.
CREATE TABLE wallet_nonce (
  nonce_hash TEXT NOT NULL PRIMARY KEY,
  expires_at TEXT NOT NULL
);

CREATE INDEX wallet_nonce_by_end ON wallet_nonce (expires_at);
