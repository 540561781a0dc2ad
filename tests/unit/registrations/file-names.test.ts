import { describe, expect, it } from "vitest";
import { CHOOSABLE } from "@/lib/core/file-kinds";
import { cleanFileName } from "@/lib/core/file-name";
import { fileAnswer, fileIdsIn, isFileReference, partsOf, readFileAnswer } from "@/lib/registrations/file-answer";

describe("a file's name", () => {
  it.each([
    ["Årsredovisning 2026.pdf", "Årsredovisning 2026.pdf"],
    ["cv.PDF", "cv.pdf"],
    ["C:\\Users\\bo\\cv.pdf", "cv.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["cv", "cv.pdf"],
    ["cv.pdf.exe", "cv.pdf.exe.pdf"],
    ["bild.html", "bild.html.pdf"],
    ["rad\r\nbrytning\0.pdf", "rad brytning.pdf"],
    ["vänd\u202efdp.exe", "vänd fdp.exe.pdf"],
    ['<b>"a";c%20.pdf', "b a c 20.pdf"],
    ["...pdf", "fil.pdf"],
    [".pdf", "fil.pdf"],
    ["", "fil.pdf"],
    ["e\u0301te\u0301.pdf", "été.pdf"],
    [`${"å".repeat(300)}.pdf`, `${"å".repeat(100)}.pdf`],
  ])("%j is kept as %j", (sent, kept) => {
    expect(cleanFileName(sent, "application/pdf")).toBe(kept);
  });

  it("keeps an ending that its kind may have, and gets the usual one otherwise", () => {
    expect(cleanFileName("foto.jpeg", "image/jpeg")).toBe("foto.jpeg");
    expect(cleanFileName("foto.png", "image/jpeg")).toBe("foto.png.jpg");
    expect(cleanFileName("lista.csv", "text/plain")).toBe("lista.csv");
    expect(cleanFileName("sida.html", "text/plain")).toBe("sida.html.txt");
  });

  it("is never longer than the table takes, nor holds a slash", () => {
    for (const sent of ["/".repeat(500), "a/".repeat(200), "\\".repeat(9), "𝒳".repeat(400)]) {
      const name = cleanFileName(sent, "text/plain");
      expect([...name].length).toBeLessThanOrEqual(150);
      expect(name).not.toMatch(/[/\\]/);
    }
  });
});

describe("an answer that is a file", () => {
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";

  it("is the file's id and name, and is read back", () => {
    expect(fileAnswer({ id, name: "cv.pdf" })).toBe(`${id}/cv.pdf`);
    expect(readFileAnswer(`${id}/cv.pdf`)).toEqual({ id, name: "cv.pdf" });
    for (const other of ["cv.pdf", `${id}`, `${id}/`, "abc/cv.pdf", 7, undefined, [id]])
      expect(readFileAnswer(other)).toBeNull();
  });

  it("is sent as a token or as itself", () => {
    expect(isFileReference(`${id}/cv.pdf`)).toBe(true);
    expect(isFileReference("dGVzdC10b2tlbi1vZi1hLWZpbGU")).toBe(true);
    for (const other of ["", "/cv.pdf", "kort/cv.pdf", "med mellanslag som är långt", "a".repeat(65)])
      expect(isFileReference(other)).toBe(false);
    expect(partsOf("abc/d/e")).toEqual({ handle: "abc", name: "d/e" });
  });

  it("is found among answers by the question's kind", () => {
    const questions = [
      { key: "cv", kind: "FILE" },
      { key: "text", kind: "TEXT" },
    ];
    expect(fileIdsIn(questions, { cv: `${id}/cv.pdf`, text: `${id}/x.pdf` })).toEqual([id]);
  });
});

it("a file chooser offers the endings of every kind", () => {
  expect(CHOOSABLE).toContain(".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt");
});
