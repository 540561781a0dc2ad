import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { fileKind } from "@/lib/core/file-kinds";
import { sniffFile } from "@/lib/platform/sniff-file";
import * as sample from "../../support/sample-files";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN = "application/vnd.oasis.opendocument";

it.each([
  ["PDF", sample.PDF, "application/pdf"],
  ["PNG", sample.PNG, "image/png"],
  ["JPEG", sample.JPEG, "image/jpeg"],
  ["DOCX", sample.DOCX, `${OFFICE}.wordprocessingml.document`],
  ["XLSX", sample.XLSX, `${OFFICE}.spreadsheetml.sheet`],
  ["PPTX", sample.PPTX, `${OFFICE}.presentationml.presentation`],
  ["ODT", sample.ODT, `${OPEN}.text`],
  ["ODS", sample.ODS, `${OPEN}.spreadsheet`],
  ["ODP", sample.ODP, `${OPEN}.presentation`],
  ["text", sample.bytesOf("Hej på er, åäö.\r\nDel 2\t€\n"), "text/plain"],
  ["text with a byte order mark", sample.bytesOf("\uFEFFnamn;ort\nBo;Hörby"), "text/plain"],
])("a %s is known by what is in it", async (_, content, type) => {
  expect(await sniffFile(content)).toBe(type);
  expect(fileKind(type)).toBe(type);
});

it.each([
  ["HTML", sample.HTML],
  ["HTML behind text", sample.bytesOf("Läs detta:\n<html><body onload=alert(1)>")],
  ["SVG", sample.SVG],
  ["SVG behind a declaration", sample.bytesOf('<?xml version="1.0"?><svg/>')],
  ["a Windows program", sample.EXE],
  ["a Linux program", sample.ELF],
  ["a shell script", sample.bytesOf("#!/bin/sh\nrm -rf ~\n")],
  ["PostScript", sample.bytesOf("%!PS-Adobe-3.0\n")],
  ["rich text", sample.bytesOf("{\\rtf1 hej}")],
  ["a document with macros", sample.DOCM],
  ["an archive", zipSync({ "cv.pdf": sample.PDF })],
  ["text in Latin-1", Uint8Array.from([0x48, 0xe5, 0x6c])],
  ["text in UTF-16", Uint8Array.from([0xff, 0xfe, 0x48, 0x00])],
  ["text with a NUL", sample.bytesOf("hej\0du")],
  ["white space only", sample.bytesOf(" \n\t ")],
  ["noise", Uint8Array.from([0x81, 0x02, 0x99, 0xfe, 0x10])],
])("%s is nothing that is taken", async (_, content) => {
  const type = await sniffFile(content);
  expect(type === null ? null : fileKind(type)).toBeNull();
});
