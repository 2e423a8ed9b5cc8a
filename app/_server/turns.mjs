/**
 * A connection is answered one request after the other: Node hands over all that a client sends without
 * waiting, and a thousand of them would be rendered at once for one connection.
 */

/** @typedef {{ waiting: number, last: Promise<unknown> }} Turns */

/** No browser and no proxy asks for so much before it has an answer. */
const mostWaiting = 100;

/** @type {WeakMap<import("node:net").Socket, Turns>} */
const turnsOf = new WeakMap();

/**
 * Answers a request once those before it on its connection are answered; a connection on which too many
 * wait is closed.
 * @param {import("node:http").ServerResponse} response
 * @param {() => Promise<void>} answer gives its errors to the response
 */
export function inTurn(response, answer) {
  // Of the response it is known only once it is the first.
  const { socket } = response.req;
  const turns = turnsOf.get(socket) ?? { waiting: 0, last: Promise.resolve() };
  turnsOf.set(socket, turns);
  if (turns.waiting >= mostWaiting) {
    socket.destroy();
    return;
  }
  turns.waiting++;
  const isDone = new Promise((resolve) => {
    response.once("close", resolve);
  });
  turns.last = turns.last.then(async () => {
    if (!socket.destroyed) {
      await answer();
      await isDone;
    }
    turns.waiting--;
  });
}
