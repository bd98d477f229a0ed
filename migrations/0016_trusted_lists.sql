-- Lists of issuers that the operator trusts, as they were last read. Each is read again every day.
CREATE TABLE trusted_list (
  -- The address or the file in the settings.
  source TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  read_at TEXT NOT NULL,
  valid_until TEXT,
  -- JSON: a list of issuers, each with id and name.
  issuers TEXT NOT NULL
);
