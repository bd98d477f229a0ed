-- Every endorsement that other bodies signed counts as not verified until this version has verified it: the
-- timer does so, two at a time, and no page shows one before.
UPDATE achievement_endorsement
SET result = 'open', looked_at = '1970-01-01T00:00:00Z', verified_at = '1970-01-01T00:00:00Z'
WHERE withdrawn_at IS NULL;
