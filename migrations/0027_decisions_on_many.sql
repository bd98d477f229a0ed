-- A decision on many proposals waits before it begins, so that it can be taken back.
ALTER TABLE job ADD COLUMN starts_at TEXT;

-- A proposal says which requirement is only just met. Those judged before do not know it: everyone is judged anew.
DELETE FROM proposal;
DELETE FROM job WHERE kind IN ('propose-awards', 'decide-proposals');
