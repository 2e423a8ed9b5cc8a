/** True of a click that follows a link in place, and asks for no other tab, window or file. */
export function isPlainClick(event: React.MouseEvent): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
