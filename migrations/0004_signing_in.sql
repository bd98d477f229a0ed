-- Who signs in. A person is bound to the subject of an identity provider once; from then on only the subject counts.
CREATE TABLE identity (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  provider TEXT NOT NULL CHECK (provider IN ('proconnect', 'fim', 'local')),
  linked_at TEXT NOT NULL,
  linked_by TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
);

CREATE INDEX identity_by_person ON identity (person_id);

-- Signed in somewhere, and known to nobody here for certain: the DANE settles it.
CREATE TABLE sign_in_doubt (
  id TEXT NOT NULL PRIMARY KEY,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  provider TEXT NOT NULL CHECK (provider IN ('proconnect', 'fim', 'local')),
  email TEXT,
  given_name TEXT,
  family_name TEXT,
  reason TEXT NOT NULL,
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  UNIQUE (issuer, subject)
);

-- What must come back from the provider, kept for some minutes under a secret that only the browser has.
CREATE TABLE sign_in_attempt (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  attempt TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX sign_in_attempt_expired ON sign_in_attempt (expires_at);

-- A session ends by going: at sign-out, at its end, or all of a person's at once.
CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY,
  secret_hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  provider TEXT NOT NULL,
  may_head TEXT NOT NULL,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_expired ON session (expires_at);

-- An agent whom the ministry says may head a school declared to be its head.
CREATE TABLE headship (
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  declared_at TEXT NOT NULL,
  PRIMARY KEY (person_id, uai)
);

CREATE INDEX headship_by_establishment ON headship (uai);
CREATE INDEX person_by_head_of ON person (head_of_uai) WHERE head_of_uai IS NOT NULL;
