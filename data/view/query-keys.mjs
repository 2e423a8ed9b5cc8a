/** Keys that Next.js takes for its own, or loses; and what stands before those that go through it unharmed. */
const swallowed = /^(?=__proto__$|nxt[PI]|nextInternalLocale$|_rsc$|~)/;

/**
 * A key as it goes through Next.js unharmed. Plain JavaScript, since the server reads it as it is,
 * without a build.
 * @param {string} key
 */
export const toPassed = (key) => key.replace(swallowed, "~");

/** Inverse of `toPassed`. @param {string} key */
export const fromPassed = (key) => key.replace(/^~/, "");
