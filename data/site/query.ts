import "server-only";
import { fromPassed } from "../view/query-keys.mjs";
import { withoutTracking } from "../view/tracking.mjs";

/** A query as a page of Next.js gets it → as every function here takes it, without what others added. */
export function toQuery(said: {
  readonly [key: string]: string | readonly string[] | undefined;
}): URLSearchParams {
  return withOwnKeys(
    Object.entries(said).flatMap(([key, values = []]) =>
      [values].flat().map((value): [string, string] => [key, value]),
    ),
  );
}

/** The query of an address as a route of Next.js gets it. */
export function queryOf(address: string): URLSearchParams {
  return withOwnKeys([...new URL(address).searchParams]);
}

function withOwnKeys(pairs: readonly (readonly [string, string])[]): URLSearchParams {
  return withoutTracking(
    new URLSearchParams(pairs.map(([key, value]) => [fromPassed(key), value])),
  );
}
