/**
 * A text that changes, in an element that changes with it: a browser that translates the page replaces
 * the texts it finds, and what is then written into the old ones is never seen. The element around it
 * stays, as React puts nothing before a text that is gone.
 */
export function Changing({ text }: { text: string }) {
  return (
    <span>
      <span key={text}>{text}</span>
    </span>
  );
}
