-- Speakers who have not sent their slides, and attendees whose evaluation is open once the event is over, are reminded by rule too.
ALTER TYPE "reminder_kind" ADD VALUE 'SPEAKERS_WITHOUT_SLIDES';
ALTER TYPE "reminder_kind" ADD VALUE 'EVALUATION_OPEN';
