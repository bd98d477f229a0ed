-- People of a school whom no one confirmed in the measured year. NULL in the measures made before they were counted
-- apart, which stay as they are.
ALTER TABLE establishment_coverage ADD COLUMN carried_over INTEGER CHECK (carried_over >= 0);
ALTER TABLE coverage_on_day ADD COLUMN carried_over INTEGER CHECK (carried_over >= 0);
-- The errors with which a form was refused. The page that shows it again shows them. NULL if the session had ended.
ALTER TABLE typed_form ADD COLUMN errors TEXT;
