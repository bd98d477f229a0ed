-- What was typed into a form whose session had ended, until its person signs in again from the same browser,
-- which alone has the secret. It is kept for an hour.
CREATE TABLE typed_form (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  path TEXT NOT NULL,
  back TEXT NOT NULL,
  fields TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX typed_form_expired ON typed_form (expires_at);
CREATE INDEX typed_form_by_person ON typed_form (person_id);
