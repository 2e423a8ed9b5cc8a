"use client";

interface Props {
  readonly title: string;
  readonly children: React.ReactNode;
  readonly onRetry: () => void;
}

/** A page in place of one that failed; it needs no data, so that it cannot fail for the same reason. */
export function Failure({ title, children, onRetry }: Props) {
  return (
    <>
      <header className="top-bar">
        {/* Links that load the page anew: what failed may be the script that goes between pages. */}
        <a href="/" className="brand">
          ISKP in Figures
        </a>
      </header>
      <main className="prose" id="workbook">
        <h1>{title}</h1>
        <p>{children}</p>
        {/* A form loads the page without a script too. */}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onRetry();
          }}
        >
          <button type="submit">Try again</button>
        </form>
        <p>
          Or go on to the <a href="/">overview</a>, to <a href="/figures">all figures</a>, or
          download them as <a href="/data/figures.csv">one CSV file</a>.
        </p>
      </main>
    </>
  );
}
