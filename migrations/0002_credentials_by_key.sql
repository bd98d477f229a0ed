-- Badges by the keys that signed them. After a key was compromised, each issue looks for badges that it still
-- signs. Only few values exist, so that they are found one after the other in this index.
CREATE INDEX credential_by_key_ids ON credential (key_ids, id);
