interface Props {
  /** The columns of a sheet of figures. */
  readonly figureFields: readonly string[];
  readonly onOpen: (file: File, given?: { readonly header: { readonly rows: number } }) => void;
}

const plainFields = ["Column 1", "Column 2", "Column 3", "Column 4", "Column 5"];

/** Tables to begin with: an empty one, and one with the columns of the published sheets. */
export function NewTables({ figureFields, onOpen }: Props) {
  const begin = (name: string, fields: readonly string[]) =>
    onOpen(new File([`${fields.join(",")}\n`], name, { type: "text/csv" }), {
      header: { rows: 1 },
    });
  return (
    <p className="new-tables">
      <button type="button" onClick={() => begin("table.csv", plainFields)}>
        New empty table
      </button>
      <button type="button" onClick={() => begin("figures of my own.csv", figureFields)}>
        New sheet of figures
      </button>
    </p>
  );
}
