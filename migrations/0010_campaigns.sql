-- What each school covers in one school year, measured anew from time to time: pages read it in place of engagements.
-- `families` holds the letters of the covered families, in their order.
CREATE TABLE establishment_coverage (
  uai TEXT NOT NULL PRIMARY KEY REFERENCES establishment (uai),
  school_year INTEGER NOT NULL,
  rupn INTEGER NOT NULL CHECK (rupn >= 0),
  requested INTEGER NOT NULL CHECK (requested >= 0),
  contested INTEGER NOT NULL CHECK (contested >= 0),
  clashes INTEGER NOT NULL CHECK (clashes >= 0),
  families TEXT NOT NULL,
  measured_at TEXT NOT NULL
);

CREATE INDEX establishment_by_department ON establishment (department_code, commune, uai);
CREATE INDEX engagement_requested_at_school ON engagement (uai) WHERE confirmation = 'requested';

CREATE TABLE campaign (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  closes_on TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL
);

-- A segment is asked about once; a campaign that has closed leaves its unanswered ones to a later one.
CREATE TABLE confirmation_request (
  engagement_reference TEXT NOT NULL PRIMARY KEY REFERENCES engagement (reference) ON DELETE CASCADE,
  campaign_id TEXT NOT NULL REFERENCES campaign (id),
  requested_at TEXT NOT NULL,
  first_reminder_at TEXT,
  second_reminder_at TEXT,
  CHECK (second_reminder_at IS NULL OR first_reminder_at IS NOT NULL)
);

CREATE INDEX confirmation_request_by_campaign ON confirmation_request (campaign_id, engagement_reference);
CREATE INDEX confirmation_request_first ON confirmation_request (requested_at) WHERE first_reminder_at IS NULL;
CREATE INDEX confirmation_request_second ON confirmation_request (first_reminder_at)
  WHERE first_reminder_at IS NOT NULL AND second_reminder_at IS NULL;

-- On which documents the DANE confirmed a segment that its principal had left unanswered.
CREATE TABLE documentary_confirmation (
  engagement_reference TEXT NOT NULL PRIMARY KEY REFERENCES engagement (reference) ON DELETE CASCADE,
  confirmed_at TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  documents TEXT NOT NULL
);

-- Always empty, like `premise`: what a commit of this area rests on is refused here where it does not hold.
CREATE TABLE campaign_premise (
  broken TEXT NOT NULL,
  CONSTRAINT reminder_not_written CHECK (broken <> 'reminder-not-written'),
  CONSTRAINT engagement_still_requested CHECK (broken <> 'engagement-still-requested')
);
