-- People in the order of their names, a page at a time.
CREATE INDEX person_by_name ON person (family_name, id);
