-- Signed states and audit lines that a wrong clock dated ahead are never deleted: this is when they were marked.
ALTER TABLE log_checkpoint ADD COLUMN wrong_clock_at TEXT;
ALTER TABLE audit_checkpoint ADD COLUMN wrong_clock_at TEXT;
ALTER TABLE audit ADD COLUMN wrong_clock_at TEXT;
