interface Props {
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** The buttons that undo and redo; without a function they are not to be pressed. */
export function UndoButtons({ undo, redo }: Props) {
  const buttons = [
    { title: "Undo", keys: "Ctrl Z", sign: "↶", act: undo },
    { title: "Redo", keys: "Ctrl Shift Z", sign: "↷", act: redo },
  ];
  return (
    <span className="segments undo-buttons">
      {buttons.map(({ title, keys, sign, act }) => (
        <button
          key={title}
          type="button"
          aria-label={title}
          title={`${title} (${keys})`}
          disabled={!act}
          onClick={() => act?.()}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
    </span>
  );
}
