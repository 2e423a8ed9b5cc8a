/** What goes to the clipboard: text and, for programs that paste cells, the same as HTML. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

/**
 * Copies, and says whether that worked. A browser has no clipboard without HTTPS, and may forbid it in a
 * frame; the older command still copies there what is selected in the page.
 */
export async function copy(copied: Copied): Promise<boolean> {
  try {
    await write(copied);
    return true;
  } catch {
    return copySelected(copied);
  }
}

/**
 * Copies a text that is yet to come. A browser wants to be asked while the reader's press is fresh, so it
 * gets the promise; one that takes none gets the text once it is there.
 */
export async function copyLater(text: Promise<string>): Promise<boolean> {
  try {
    const blob = text.then((each) => new Blob([each], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    return copy({ text: await text });
  }
}

function write({ text, html }: Copied): Promise<void> {
  if (html === undefined) return navigator.clipboard.writeText(text);
  const blob = (type: string, part: string) => ({ [type]: new Blob([part], { type }) });
  const item = new ClipboardItem({ ...blob("text/plain", text), ...blob("text/html", html) });
  return navigator.clipboard.write([item]);
}

/** Selects the text in a field out of sight, copies it, and gives the focus back. */
function copySelected({ text, html }: Copied): boolean {
  const { activeElement } = document;
  const field = document.createElement("textarea");
  field.className = "visually-hidden";
  field.readOnly = true;
  field.value = text;
  field.addEventListener("copy", (event) => {
    // Others that hear it would write what is selected in the grid.
    event.stopPropagation();
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    if (html !== undefined) event.clipboardData?.setData("text/html", html);
  });
  // A dialog lets nothing outside it have the focus.
  (activeElement?.closest("dialog") ?? document.body).append(field);
  field.select();
  const isCopied = runCopy();
  field.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus();
  return isCopied;
}

function runCopy(): boolean {
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
