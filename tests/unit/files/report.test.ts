import { expect, test } from "vitest";
import { toReport } from "@/data/files/report";
import { figure } from "../figures";

const about = { title: "Workbook", version: "1.2.3", link: "https://w.example/attacks?_select=a" };
const body =
  "a: 10\nhttps://w.example/attacks?_select=a\nWhat is wrong, and what does the document say?";

test("a mail has the figure in its subject and the link in its body", () => {
  expect(toReport("mailto:desk@w.example", about, [figure({ id: "a" })]).href).toBe(
    `mailto:desk@w.example?subject=Workbook%201.2.3%3A%20a&body=${encodeURIComponent(body)}`,
  );
});

test("an address of a form has both where it says so", () => {
  expect(toReport("https://w.example/new?title={title}&body={body}", about, []).href).toBe(
    `https://w.example/new?title=Workbook%201.2.3&body=${encodeURIComponent(body.slice("a: 10\n".length))}`,
  );
});

test("without an address there is no link, and the words to send are there", () => {
  expect(toReport(undefined, about, [figure({ id: "a" })])).toEqual({ href: null, text: body });
});
