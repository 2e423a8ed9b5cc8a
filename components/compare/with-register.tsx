import type { ReactNode } from "react";
import type { Register } from "@/data/compare/register";
import { useRegister } from "./use-register";

/** What needs the published register, once it has been read; a way to ask again where it did not come. */
export function WithRegister({ children }: { readonly children: (of: Register) => ReactNode }) {
  const { register, retry } = useRegister();
  if (register) return children(register);
  if (!retry)
    return (
      <p className="quiet" role="status">
        Reading the published figures…
      </p>
    );
  return (
    <p className="problems" role="alert">
      The published figures could not be read.{" "}
      <button type="button" onClick={retry}>
        Try again
      </button>
    </p>
  );
}
