-- What a confirmation was before it was decided in the service: a file that still says so is behind, not wrong.
ALTER TABLE engagement ADD COLUMN decided_from TEXT;

-- A link is an https or http address: what is none was kept as one by imports, and would count as one.
UPDATE contribution SET url = NULL
WHERE url IS NOT NULL AND lower(url) NOT LIKE 'https://_%' AND lower(url) NOT LIKE 'http://_%';
