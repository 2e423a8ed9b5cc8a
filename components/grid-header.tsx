import type { IHeaderParams } from "ag-grid-community";

/** The inside of a column's heading: its title, and a button that opens the column's filter. */
export function GridHeader({ column, displayName, context }: IHeaderParams) {
  const name = column.getColId();
  if (!displayName) return null;
  if (!column.getColDef().sortable) return <span className="grid-title">{displayName}</span>;
  return (
    <>
      <span className="grid-title">{displayName}</span>
      <button
        type="button"
        className="grid-filter"
        aria-label={`Filter ${displayName}`}
        onClick={(event) => {
          event.stopPropagation();
          context.onFilter(name);
        }}
      >
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="M1 2h10L7 6.5V10l-2 1V6.5z" fill="currentColor" />
        </svg>
      </button>
    </>
  );
}
