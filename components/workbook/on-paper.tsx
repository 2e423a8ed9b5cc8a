/** What paper loses: which rows these are, the address of the view, and when. The version stands in the bar on top. */
export function OnPaper({ says }: { says: string }) {
  const day = new Date().toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return (
    <div className="on-paper">
      <p>{says}.</p>
      <p translate="no">
        {window.location.href}, {day}
      </p>
    </div>
  );
}
