-- History is written once, but what an organiser wrote to somebody may name them and goes when they are erased.
DROP TRIGGER registration_transition_append_only ON "registration_transition";
CREATE TRIGGER registration_transition_append_only BEFORE UPDATE ON "registration_transition" FOR EACH ROW
  WHEN (NEW.reason IS NOT NULL OR to_jsonb(OLD) - 'reason' IS DISTINCT FROM to_jsonb(NEW) - 'reason')
  EXECUTE FUNCTION refuse_change();
