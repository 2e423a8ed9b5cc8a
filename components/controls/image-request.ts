/** What a reader wants of a chart as a picture: a file of one kind, or to paste it. */
export type ImageUse = "svg" | "png" | "copy";

const type = "chart-image";

/** Asks the chart of this page for its picture, from elsewhere on the page. */
export function requestImage(use: ImageUse) {
  window.dispatchEvent(new CustomEvent<ImageUse>(type, { detail: use }));
}

/** Hears such requests; the result ends it. */
export function onImageRequest(answer: (use: ImageUse) => void): () => void {
  const listen = (event: Event) => {
    if (event instanceof CustomEvent) answer(event.detail);
  };
  window.addEventListener(type, listen);
  return () => window.removeEventListener(type, listen);
}
