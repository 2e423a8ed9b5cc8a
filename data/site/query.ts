import "server-only";

/** A query as a page of Next.js gets it → as every function here takes it. */
export function toQuery(said: {
  readonly [key: string]: string | readonly string[] | undefined;
}): URLSearchParams {
  return new URLSearchParams(
    Object.entries(said).flatMap(([key, values = []]) =>
      [values].flat().map((value) => [key, value]),
    ),
  );
}
