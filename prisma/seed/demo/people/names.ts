import type { Seeded } from "@/prisma/seed/demo/seeded";

const FIRST =
  "Anna Maria Eva Karin Lena Kristina Ingrid Birgitta Marie Helena Sara Emma Johanna Linda Jenny Malin Sofia Elin Frida Hanna Ida Åsa Annika Ulrika Camilla Pernilla Monica Gunilla Kerstin Amina Fatima Leila Zahra Mariam Samira Nour Rana Hodan Ayan Selma Amra Jasmina Lejla Katarzyna Agnieszka Svetlana Milica Elif Zeynep Shirin Parisa Mercy Thi Lars Erik Anders Per Karl Johan Mikael Jan Peter Thomas Fredrik Henrik Magnus Mats Bengt Göran Håkan Björn Åke Jonas Mattias Daniel Marcus Oskar Viktor Axel Emil Gustav Ahmed Mohammed Ali Hassan Omar Yusuf Abdi Mahmoud Bashar Farid Reza Dariush Emir Adnan Goran Zoran Mehdi Mustafa Can Piotr Marek Andrzej Dimitri Samuel Tesfaye Yonas Antti Juha Mika".split(
    " ",
  );
const LAST =
  "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson Bengtsson Lindberg Lindqvist Lindgren Lundgren Lundqvist Bergström Bergman Berglund Sandberg Sjöberg Sjögren Wallin Engström Eklund Danielsson Håkansson Holmgren Nyström Åkesson Åberg Öberg Öhman Söderberg Hedlund Forsberg Nordin Dahlberg Ekström Blomqvist Norberg Mårtensson Månsson Sundin Ström Lilja Bruun Ahmed Ali Hassan Mohamed Hussein Ibrahim Abdullahi Warsame Farah Haddad Khalil Mansour Saleh Aziz Karimi Hosseini Rezaei Ahmadi Yılmaz Demir Kaya Öztürk Hadžić Kovačević Begović Petrović Jovanović Nowak Kowalska Wójcik Nguyen Tran Tesfay Berhane Korhonen Virtanen Mäkinen Popescu Ivanova".split(
    " ",
  );
const AUSTRIAN_FIRST =
  "Johann Franz Maria Elisabeth Andreas Stefan Katharina Barbara Wolfgang Christina Thomas Eva Markus Sabine".split(
    " ",
  );
const AUSTRIAN_LAST =
  "Gruber Huber Wagner Pichler Steiner Moser Mayer Hofer Leitner Berger Fuchs Eder Fischer Schmid".split(" ");

/** A made-up name; double surnames now and then, as in Sweden. */
export function madeUpName(seeded: Seeded, origin: "sweden" | "austria"): string {
  if (origin === "austria") return `${seeded.pick(AUSTRIAN_FIRST)} ${seeded.pick(AUSTRIAN_LAST)}`;
  const last = seeded.pick(LAST);
  const second = seeded.chance(0.06) ? seeded.pick(LAST) : last;
  return `${seeded.pick(FIRST)} ${second === last ? last : `${last} ${second}`}`;
}

/** A name as the part of an address before the @: "Åsa Öztürk Demir" is "asa.ozturk.demir". */
export function addressName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/ß/g, "ss")
    .replace(/[^a-z]+/g, ".");
}
