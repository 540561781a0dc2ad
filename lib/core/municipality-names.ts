import { MUNICIPALITIES, REGIONS } from "./municipality-register";

/** Municipalities that call themselves "stad" instead of "kommun". */
const CITIES =
  "Borås Göteborg Haparanda Helsingborg Landskrona Lidingö Malmö Mölndal Solna Stockholm Sundbyberg Trollhättan Vaxholm Västerås".split(
    " ",
  );

/** What Swedish municipalities and regions call themselves: "Eskilstuna kommun", "Göteborgs stad", "Region Skåne". */
export const MUNICIPALITY_NAMES: readonly string[] = [
  ...MUNICIPALITIES.filter(({ name }) => name !== "Gotland").map(({ name }) => ownName(name)),
  ...REGIONS.map(({ name }) => name),
];

/** The genitive takes no s after a vowel or an s: "Malå kommun", "Höganäs kommun", but "Skurups kommun". */
function ownName(name: string): string {
  if (name === "Falun") return "Falu kommun";
  const genitive = /[aeiouyåäösxz]$/.test(name) ? name : `${name}s`;
  return `${genitive} ${CITIES.includes(name) ? "stad" : "kommun"}`;
}
