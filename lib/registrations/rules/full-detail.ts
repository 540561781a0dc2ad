import { Temporal } from "temporal-polyfill";
import { dayInWords } from "@/lib/i18n/waiting-reasons";
import type { FullDetail } from "../errors";
import type { RegistrationForm } from "../registration-form";
import type { FullAt } from "./capacity";

/** What is full, by the name visitors know it by and the key the API calls it. */
export function fullDetail(
  form: RegistrationForm,
  { level, id }: FullAt & { readonly level: FullDetail["level"] },
): FullDetail {
  switch (level) {
    case "event":
      return { level, key: null, name: form.title };
    case "category": {
      const category = form.categories.find((one) => one.id === id);
      return { level, key: category?.key ?? null, name: category?.name ?? form.title };
    }
    case "day": {
      const day = form.days.find((one) => one.id === id);
      return { level, key: day?.date ?? null, name: day ? dayInWords(Temporal.PlainDate.from(day.date)) : form.title };
    }
    case "session": {
      const session = form.sessions.find((one) => one.id === id);
      return { level, key: id, name: session?.title ?? form.title };
    }
  }
}
