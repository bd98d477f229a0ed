-- The form that a session carried out last: the digest of what was sent, and the address of the next page. A second
-- click of the same form is answered from it.
ALTER TABLE session ADD COLUMN form_digest TEXT;
ALTER TABLE session ADD COLUMN form_location TEXT;
