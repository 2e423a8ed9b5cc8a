import "server-only";
import { withoutTracking } from "../view/tracking";

/** A query as a page of Next.js gets it → as every function here takes it, without what others added. */
export function toQuery(said: {
  readonly [key: string]: string | readonly string[] | undefined;
}): URLSearchParams {
  return withoutTracking(
    new URLSearchParams(
      Object.entries(said).flatMap(([key, values = []]) =>
        [values].flat().map((value) => [key, value]),
      ),
    ),
  );
}
