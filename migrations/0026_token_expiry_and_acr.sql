-- A token of the API ends by itself. Those made before end one year after they were made, as new ones do.
ALTER TABLE api_token ADD COLUMN expires_at TEXT NOT NULL DEFAULT '';
UPDATE api_token SET expires_at = replace(
  CAST(CAST(substr(created_at, 1, 4) AS INTEGER) + 1 AS TEXT) || substr(created_at, 5), '-02-29', '-02-28'
);
-- The last day it was used on, in universal time: a write a day, and no trace of each request.
ALTER TABLE api_token ADD COLUMN last_used_on TEXT;

-- The level of authentication that the provider vouched for, where it says one.
ALTER TABLE session ADD COLUMN acr TEXT;
