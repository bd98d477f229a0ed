-- The language in which a person receives mails. People without a row receive them in French.
CREATE TABLE mail_language (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  language TEXT NOT NULL CHECK (language IN ('fr', 'en'))
);
