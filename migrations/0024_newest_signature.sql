-- The newest signature is asked for at every start and every readiness check, to notice a clock that was set back.
CREATE INDEX credential_by_valid_from ON credential (valid_from);
