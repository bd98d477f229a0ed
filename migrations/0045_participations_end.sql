-- The number of entries of classes for a project that a deletion of old facts was announced with.
ALTER TABLE retention_notice ADD COLUMN participations INTEGER NOT NULL DEFAULT 0;
