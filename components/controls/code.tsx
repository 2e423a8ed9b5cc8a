/** Text for a program, which no translation of the page may change. */
export function Code({ children }: { children: string }) {
  return <code translate="no">{children}</code>;
}
