/** The server starts with data that passed every check, or not at all. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { loadOrEnd } = await import("./app/_server/load-or-end");
  loadOrEnd();
}
