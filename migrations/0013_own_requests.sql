-- A declaration asks its principal by itself: its request belongs to no campaign until one takes it over.
CREATE TABLE confirmation_request_anew (
  engagement_reference TEXT NOT NULL PRIMARY KEY REFERENCES engagement (reference) ON DELETE CASCADE,
  campaign_id TEXT REFERENCES campaign (id),
  requested_at TEXT NOT NULL,
  first_reminder_at TEXT,
  second_reminder_at TEXT,
  CHECK (second_reminder_at IS NULL OR first_reminder_at IS NOT NULL)
);

INSERT INTO confirmation_request_anew
  (engagement_reference, campaign_id, requested_at, first_reminder_at, second_reminder_at)
SELECT engagement_reference, campaign_id, requested_at, first_reminder_at, second_reminder_at
FROM confirmation_request;

DROP TABLE confirmation_request;
ALTER TABLE confirmation_request_anew RENAME TO confirmation_request;

CREATE INDEX confirmation_request_by_campaign ON confirmation_request (campaign_id, engagement_reference);
CREATE INDEX confirmation_request_first ON confirmation_request (requested_at) WHERE first_reminder_at IS NULL;
CREATE INDEX confirmation_request_second ON confirmation_request (first_reminder_at)
  WHERE first_reminder_at IS NOT NULL AND second_reminder_at IS NULL;

-- Contested segments, among which upkeep looks for those that no contest was opened for.
CREATE INDEX engagement_contested ON engagement (reference) WHERE confirmation = 'contested';
CREATE INDEX contest_by_engagement ON contest (engagement_reference);
