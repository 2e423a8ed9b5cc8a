/** The pattern of parts, once a page; charts of the server and of the browser share it by its id. */
export function Hatch() {
  return (
    <svg className="visually-hidden" width="0" height="0" aria-hidden="true" focusable="false">
      <HatchPattern />
    </svg>
  );
}

/** The same, for a chart that stands alone. */
export function HatchPattern() {
  return (
    <defs>
      <pattern
        id="hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line className="hatch-line" x1="0" x2="0" y1="0" y2="6" />
      </pattern>
    </defs>
  );
}
