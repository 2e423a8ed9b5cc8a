import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPartialDate } from "@/data/table/period";
import { isProblem } from "@/data/table/problem";
import { parseDate } from "@/data/view/date";
import { long, texts, units } from "../texts";

describe("a date as it is typed is understood", () => {
  test.each([
    ["2021", "2021"],
    ["2021-08", "2021-08"],
    ["2021–08", "2021-08"],
    ["2021-08-26", "2021-08-26"],
    ["2021/8", "2021-08"],
    ["08/2021", "2021-08"],
    ["8.2021", "2021-08"],
    ["Aug 2021", "2021-08"],
    ["august 2021", "2021-08"],
    ["Sept. 2021", "2021-09"],
    ["26 August 2021", "2021-08-26"],
    ["26th of August, 2021", "2021-08-26"],
    ["August 26, 2021", "2021-08-26"],
    ["2021 Aug 26", "2021-08-26"],
    ["26.8.2021", "2021-08-26"],
    ["26/08/2021", "2021-08-26"],
    ["08/26/2021", "2021-08-26"],
    ["05/05/2021", "2021-05-05"],
    ["٢٠٢١", "2021"],
    [" 2021\u00a0", "2021"],
  ])("%j is %s", (typed, date) => {
    expect(parseDate(typed)).toBe(date);
  });
});

describe("what is no date, or may be two, is refused in words", () => {
  const expected = "expected a date that exists, such as 2021, 2021-08, Aug 2021 or 26 Aug 2021";
  test.each([
    ["04/05/2021", '"04/05/2021" may be 2021-05-04 or 2021-04-05: expected one of these'],
    ["30 Feb 2023", `${expected}, found "30 Feb 2023"`],
    ["13/2021", `${expected}, found "13/2021"`],
    ["Foo 2021", `${expected}, found "Foo 2021"`],
    ["may", `${expected}, found "may"`],
    ["26 Aug 21", `${expected}, found "26 Aug 21"`],
    ["0000-00", `${expected}, found "0000-00"`],
  ])("%s", (typed, problem) => {
    expect(parseDate(typed)).toEqual({ problem });
  });
});

test("any text is a date that exists or a problem, however long", () => {
  fc.assert(
    fc.property(texts, units, (text, unit) => {
      for (const each of [text, long(unit)]) {
        const parsed = parseDate(each);
        expect(isProblem(parsed) || isPartialDate(parsed)).toBe(true);
      }
    }),
  );
}, 60_000);
