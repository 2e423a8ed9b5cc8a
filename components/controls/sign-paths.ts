/** A sign for each document beside its colour, so that documents are told apart without colour. */
const paths: readonly string[] = [
  "M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z",
  "M-4.4-4.4H4.4V4.4H-4.4Z",
  "M0-6L6 0L0 6L-6 0Z",
  "M0-5.6L5.8 4.4H-5.8Z",
  "M0 5.6L5.8-4.4H-5.8Z",
  "M-1.8-5.4H1.8V-1.8H5.4V1.8H1.8V5.4H-1.8V1.8H-5.4V-1.8H-1.8Z",
];

/** How many shapes there are; further documents begin again with the first. */
export const signCount = paths.length;

/** The shape of a document's sign, by the document's number from 1 on, in a box from −6 to 6. */
export function signPath(number: number): string {
  return paths[(number - 1) % signCount] ?? "";
}
