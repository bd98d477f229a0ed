-- No two campaigns have the same name, whatever its capitals and accents. Where older ones do, the first keeps
-- its name, and the others get their number among them.
ALTER TABLE campaign ADD COLUMN folded_name TEXT NOT NULL DEFAULT '';
UPDATE campaign SET folded_name = lower(trim(name));
UPDATE campaign SET folded_name = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(folded_name, 'à', 'a'), 'â', 'a'), 'ä', 'a'), 'á', 'a'), 'ã', 'a'), 'å', 'a'), 'À', 'a'), 'Â', 'a'), 'Ä', 'a'), 'Á', 'a'), 'Ã', 'a'), 'Å', 'a');
UPDATE campaign SET folded_name = replace(replace(folded_name, 'ç', 'c'), 'Ç', 'c');
UPDATE campaign SET folded_name = replace(replace(replace(replace(replace(replace(replace(replace(folded_name, 'é', 'e'), 'è', 'e'), 'ê', 'e'), 'ë', 'e'), 'É', 'e'), 'È', 'e'), 'Ê', 'e'), 'Ë', 'e');
UPDATE campaign SET folded_name = replace(replace(replace(replace(replace(replace(replace(replace(folded_name, 'î', 'i'), 'ï', 'i'), 'í', 'i'), 'ì', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Í', 'i'), 'Ì', 'i');
UPDATE campaign SET folded_name = replace(replace(folded_name, 'ñ', 'n'), 'Ñ', 'n');
UPDATE campaign SET folded_name = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(folded_name, 'ô', 'o'), 'ö', 'o'), 'ó', 'o'), 'ò', 'o'), 'õ', 'o'), 'Ô', 'o'), 'Ö', 'o'), 'Ó', 'o'), 'Ò', 'o'), 'Õ', 'o');
UPDATE campaign SET folded_name = replace(replace(replace(replace(replace(replace(replace(replace(folded_name, 'ù', 'u'), 'û', 'u'), 'ü', 'u'), 'ú', 'u'), 'Ù', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ú', 'u');
UPDATE campaign SET folded_name = replace(replace(folded_name, 'ÿ', 'y'), 'Ÿ', 'y');
UPDATE campaign SET folded_name = replace(replace(folded_name, 'œ', 'oe'), 'Œ', 'oe');
UPDATE campaign SET folded_name = replace(folded_name, '’', '''');

UPDATE campaign SET name = name || ' (' || numbered.place || ')', folded_name = folded_name || ' (' || numbered.place || ')'
FROM (SELECT id AS of_id, row_number() OVER (PARTITION BY folded_name ORDER BY id) AS place FROM campaign) AS numbered
WHERE numbered.of_id = campaign.id AND numbered.place > 1;
-- A name with a number may itself be taken.
UPDATE campaign SET name = name || ' (' || id || ')', folded_name = folded_name || ' (' || id || ')'
FROM (SELECT id AS of_id, row_number() OVER (PARTITION BY folded_name ORDER BY id) AS place FROM campaign) AS numbered
WHERE numbered.of_id = campaign.id AND numbered.place > 1;
CREATE UNIQUE INDEX campaign_folded_name ON campaign (folded_name);
