-- Whether a person signed by the code of the printed sign-in sheet. The DANE lists these signatures apart.
ALTER TABLE attendance ADD COLUMN printed_sheet INTEGER NOT NULL DEFAULT 0 CHECK (printed_sheet IN (0, 1));
