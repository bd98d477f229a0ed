-- The Open Badges 3.0 Host: clients that registered themselves, what people grant them, and the badges that people
-- keep here from elsewhere. Of every secret only the hash is stored.
CREATE TABLE host_client (
  id TEXT NOT NULL PRIMARY KEY,
  secret_hash TEXT NOT NULL,
  -- JSON: what the client says of itself, checked and never verified.
  metadata TEXT NOT NULL,
  registered_at TEXT NOT NULL,
  -- The first time that somebody granted it anything; one that nobody did is forgotten.
  first_granted_at TEXT
);

CREATE INDEX host_client_unused ON host_client (registered_at) WHERE first_granted_at IS NULL;

CREATE TABLE host_grant (
  id TEXT NOT NULL PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES host_client (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  -- JSON list.
  scopes TEXT NOT NULL,
  granted_at TEXT NOT NULL,
  -- From this instant on none of its tokens is valid.
  expires_at TEXT NOT NULL,
  last_used_on TEXT
);

CREATE INDEX host_grant_by_person ON host_grant (person_id);
CREATE INDEX host_grant_by_client ON host_grant (client_id);
CREATE INDEX host_grant_by_end ON host_grant (expires_at);

CREATE TABLE host_code (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  grant_id TEXT NOT NULL REFERENCES host_grant (id),
  person_id TEXT NOT NULL,
  redirect_uri TEXT NOT NULL,
  challenge TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX host_code_by_grant ON host_code (grant_id);
CREATE INDEX host_code_by_person ON host_code (person_id);
CREATE INDEX host_code_by_end ON host_code (expires_at);

CREATE TABLE host_token (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
  grant_id TEXT NOT NULL REFERENCES host_grant (id),
  person_id TEXT NOT NULL,
  scopes TEXT NOT NULL,
  -- The hash of the code, or of the refresh token, that it was exchanged for. It is unique with the kind, so that
  -- each is exchanged once, whoever comes at the same moment.
  made_from TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE UNIQUE INDEX host_token_made_once ON host_token (made_from, kind);
CREATE INDEX host_token_by_grant ON host_token (grant_id);
CREATE INDEX host_token_by_person ON host_token (person_id);
CREATE INDEX host_token_by_end ON host_token (expires_at);

-- Badges that a person keeps here from elsewhere. `badge_key` is the digest of issuer and id, by which the standard
-- says that two are the same badge.
CREATE TABLE held_badge (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  badge_key TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('json', 'jws')),
  -- The text exactly as it came, and its length.
  content TEXT NOT NULL,
  characters INTEGER NOT NULL,
  -- An image that stands in the badge or around it, as a data URL.
  picture TEXT,
  name TEXT,
  issuer_id TEXT NOT NULL,
  issuer_name TEXT,
  credential_id TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  -- The name of the client that sent it; absent where the person brought it.
  sent_by TEXT,
  received_at TEXT NOT NULL,
  verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
  verdict TEXT NOT NULL,
  verified_at TEXT NOT NULL
);

CREATE UNIQUE INDEX held_badge_once ON held_badge (person_id, badge_key);

-- The Profile that a client has written for a person.
CREATE TABLE host_profile (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  document TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

-- A badge on its way to another host. What opens that host is sealed with the state, of which only the hash is here.
CREATE TABLE badge_sending (
  state_hash TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  sealed TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX badge_sending_by_person ON badge_sending (person_id);
CREATE INDEX badge_sending_by_end ON badge_sending (expires_at);
