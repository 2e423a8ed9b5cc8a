import { useEffect, useRef } from "react";

/** Keys, each with what it does. */
export type KeyHelp = readonly (readonly [keys: string, says: string])[];

interface Props {
  readonly keys: KeyHelp;
  readonly onClose: () => void;
}

/** The list of keys. */
export function KeysDialog({ keys, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">Keys</h2>
      <dl>
        {keys.map(([key, says]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
