-- The instant at which the person authenticated at the provider, if a recent sign-in was demanded and proved.
ALTER TABLE session ADD COLUMN auth_time TEXT;
