import { fold } from "../view/fold";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** A country's name by its ISO 3166-1 alpha-2 code; the code itself where there is none. */
export function nameOfCountry(code: string): string {
  return (/^[A-Z]{2}$/.test(code) && english.of(code)) || code;
}

let codes: ReadonlyMap<string, string> | undefined;

/** Codes by every name that a table may write: made when first asked for. */
function codesByName(): ReadonlyMap<string, string> {
  codes ??= new Map(
    [...letters].flatMap((first) =>
      [...letters].flatMap((second) => {
        const code = first + second;
        const name = english.of(code);
        return name === undefined
          ? []
          : [
              [fold(name), code] as const,
              [fold(name.replace("Türkiye", "Turkey")), code] as const,
              [fold(code), code] as const,
            ];
      }),
    ),
  );
  return codes;
}

/** The code of the country that a cell names; null where it names none. */
export function codeOfCountry(name: string): string | null {
  return codesByName().get(fold(name).trim()) ?? null;
}
