-- What a person whom nobody knows says of themselves after signing in: name, school, days, missions. It waits with the
-- doubt, and goes with it. `missions` and `roles` are JSON lists of codes.
ALTER TABLE sign_in_doubt ADD COLUMN asked_at TEXT;
ALTER TABLE sign_in_doubt ADD COLUMN uai TEXT REFERENCES establishment (uai);
ALTER TABLE sign_in_doubt ADD COLUMN said_given_name TEXT;
ALTER TABLE sign_in_doubt ADD COLUMN said_family_name TEXT;
ALTER TABLE sign_in_doubt ADD COLUMN starts_on TEXT;
ALTER TABLE sign_in_doubt ADD COLUMN ends_on TEXT;
ALTER TABLE sign_in_doubt ADD COLUMN missions TEXT;
ALTER TABLE sign_in_doubt ADD COLUMN roles TEXT;

CREATE INDEX sign_in_doubt_by_school ON sign_in_doubt (uai);

-- Missions that a principal proposes to an address that nobody of the register has. The row goes when its person
-- comes, when the principal withdraws it, or after 90 days.
CREATE TABLE mission_invitation (
  id TEXT NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL REFERENCES establishment (uai),
  email TEXT NOT NULL,
  missions TEXT NOT NULL,
  roles TEXT NOT NULL,
  from_day TEXT NOT NULL,
  words TEXT,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  UNIQUE (uai, email)
);

CREATE INDEX mission_invitation_by_address ON mission_invitation (email);
