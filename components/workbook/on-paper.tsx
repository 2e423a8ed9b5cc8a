/** What paper loses: the address of the view, which version it shows, and when. The version stands in the bar on top. */
export function OnPaper() {
  const day = new Date().toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return (
    <p className="on-paper" translate="no">
      {window.location.href}, {day}
    </p>
  );
}
