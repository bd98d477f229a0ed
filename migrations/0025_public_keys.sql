-- The public half of every key that ever signed for this service. A badge is verified by it: a folder of keys that is
-- lost must not make the badges of before look forged. No private key is ever here.
CREATE TABLE public_key (
  kid TEXT NOT NULL PRIMARY KEY,
  algorithm TEXT NOT NULL CHECK (algorithm IN ('Ed25519', 'RS256')),
  state TEXT NOT NULL CHECK (state IN ('active', 'retired', 'compromised')),
  created_at TEXT NOT NULL,
  retired_at TEXT,
  compromised_at TEXT,
  compromised_reason TEXT,
  -- The Multikey text of an Ed25519 key, the JWK of an RSA key.
  public_half TEXT NOT NULL,
  CHECK (state <> 'compromised' OR (compromised_at IS NOT NULL AND compromised_reason IS NOT NULL))
);
