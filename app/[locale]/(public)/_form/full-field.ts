import type { FullDetail } from "@/lib/registrations/errors";
import type { RegistrationForm } from "@/lib/registrations/registration-form";

/** The field in which somebody can choose something else when a level has filled; null when nothing else is to be chosen. */
export function fullField({ level }: FullDetail, form: RegistrationForm): "category" | "days" | "sessions" | null {
  switch (level) {
    case "category":
      return form.categories.length > 1 ? "category" : null;
    case "day":
      return form.days.length > 1 ? "days" : null;
    case "session":
      return "sessions";
    case "event":
      return null;
  }
}
