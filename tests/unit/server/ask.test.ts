import { once } from "node:events";
import {
  createServer,
  get,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test, vi } from "vitest";
import { makeAsk } from "@/app/_server/ask.mjs";

vi.setConfig({ testTimeout: 30_000 });

const servers: Server[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.closeAllConnections();
});

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  // As in the thread that renders: a connection that is kept is not closed while a request is on its way.
  server.keepAliveTimeout = 0;
  servers.push(server);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** A server that asks one in the place of Next; what that was asked, and how to ask. */
async function stand(next: RequestListener, finish = (page: string) => page) {
  const seen: IncomingMessage[] = [];
  const port = await listen((request, response) => {
    seen.push(request);
    next(request, response);
  });
  const ask = makeAsk(port, "own.example", finish);
  const came: IncomingMessage[] = [];
  const front = await listen((request, response) => {
    came.push(request);
    ask(request, response, "/attacks", (request.url ?? "").slice(2));
  });
  const fetchOf = async (query: string, headers: { [name: string]: string } = {}) => {
    const [answer] = await once(get({ port: front, path: `/?${query}`, headers }), "response");
    return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
  };
  return { seen, came, fetchOf, front };
}

const page: RequestListener = (_, response) => {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Content-Security-Policy", "script-src 'nonce-abc123'");
  setTimeout(() => response.end("<script nonce=abc123>“é”</script>"), 100);
};

test("who asks for the same at once gets the same page, made once, with a nonce of his own", async () => {
  const { seen, fetchOf } = await stand(page);
  const answers = await Promise.all([
    fetchOf("a=1"),
    fetchOf("a=1"),
    fetchOf("a=1"),
    fetchOf("a=2"),
  ]);
  expect(seen.map(({ url }) => url).toSorted()).toEqual(["/attacks?a=1", "/attacks?a=2"]);
  const nonces = answers.map(({ headers }) => {
    return /'nonce-(.*)'/.exec(String(headers["content-security-policy"]))?.[1];
  });
  expect(new Set(nonces.slice(0, 3)).size).toBe(3);
  expect(answers.map(({ body }) => body)).toEqual(
    nonces.map((nonce) => `<script nonce=${nonce}>“é”</script>`),
  );
});

test("nothing is kept once it is answered", async () => {
  const { seen, fetchOf } = await stand(page);
  await fetchOf("a=1");
  await fetchOf("a=1");
  expect(seen).toHaveLength(2);
});

test("a reader who goes takes nothing from another who waits for the same", async () => {
  let finish = () => {};
  const { seen, came, fetchOf, front } = await stand((_, response) => {
    finish = () => response.end();
  });
  const other = get({ port: front, path: "/?a=1" }).on("error", () => {});
  const answer = fetchOf("a=1");
  await vi.waitFor(() => expect(came).toHaveLength(2));
  other.destroy();
  await once(came[0]?.socket ?? other, "close");
  finish();
  expect((await answer).status).toBe(200);
  expect(seen).toHaveLength(1);
});

test("nothing is made any longer once everybody who asked for it has gone", async () => {
  let isStopped = false;
  const { seen, front } = await stand((request) => {
    request.once("close", () => {
      isStopped = true;
    });
  });
  const only = get({ port: front, path: "/?a=1" }).on("error", () => {});
  await vi.waitFor(() => expect(seen).toHaveLength(1));
  only.destroy();
  await vi.waitFor(() => expect(isStopped).toBe(true));
});

const odd = {
  Host: "a.example",
  "X-Forwarded-Host": "evil.example",
  "X-Forwarded-Proto": "https",
  Cookie: "theme=dark",
  "X-Middleware-Subrequest": "proxy",
  "Next-Action": "x",
  "X-Forwarded-For": "1.2.3.4",
  RSC: "1",
};
const namesOf = (request?: IncomingMessage) =>
  Object.keys(request?.headers ?? {})
    .filter((name) => name !== "connection")
    .toSorted();

test.each([
  ["", "", ["host", "rsc"], "a.example"],
  ["1", "", ["host", "rsc", "x-forwarded-host", "x-forwarded-proto"], "a.example"],
  ["", "https://site.example", ["host", "rsc"], "own.example"],
])(
  "Next sees what a proxy says only where TRUST_PROXY is 1: %j with the site %j",
  async (trust, site, names, host) => {
    vi.stubEnv("TRUST_PROXY", trust);
    vi.stubEnv("SITE_URL", site);
    const { seen, fetchOf } = await stand((_, response) => response.end());
    await fetchOf("", odd);
    expect([namesOf(seen[0]), seen[0]?.headers.host]).toEqual([names, host]);
  },
);

test("what Next cannot know is put into pages, and into nothing else", async () => {
  const types = ["text/html", "text/x-component", "text/csv"];
  const { fetchOf } = await stand(
    (request, response) => {
      response.setHeader("Content-Type", types[Number(request.url?.at(-1))] ?? "");
      response.end("here");
    },
    (said) => said.replace("here", "there"),
  );
  const bodies = await Promise.all(types.map((_, index) => fetchOf(`a=${index}`)));
  expect(bodies.map(({ body }) => body)).toEqual(["there", "there", "here"]);
});

test.each(['"x"', 'W/"x"', '"y", "x"', "*"])(
  "who has it already gets no body: %s",
  async (named) => {
    const { fetchOf } = await stand((_, response) => {
      response.writeHead(200, { "Content-Type": "text/csv", ETag: '"x"', Vary: "rsc" }).end("a");
    });
    const { status, headers, body } = await fetchOf("", { "If-None-Match": named });
    expect([status, headers.etag, headers["content-type"], body]).toEqual([
      304,
      '"x"',
      undefined,
      "",
    ]);
    expect(String(headers.vary)).toBe("rsc");
  },
);

test("who has something else gets the whole, never a part of it", async () => {
  const { fetchOf } = await stand((_, response) => {
    response.writeHead(200, { "Content-Type": "text/csv", ETag: '"x"' }).end("abc");
  });
  const { status, body } = await fetchOf("", { "If-None-Match": '"y"', Range: "bytes=0-0" });
  expect([status, body]).toEqual([200, "abc"]);
});

test("an answer whose headers repeat the longest query comes, and without them", async () => {
  const { fetchOf } = await stand((_, response) => {
    response.setHeader("X-Middleware-Rewrite", `/rendered?${"x".repeat(100_000)}`);
    response.end("a page");
  });
  const { status, headers, body } = await fetchOf("a=1");
  expect([status, headers["x-middleware-rewrite"], body]).toEqual([200, undefined, "a page"]);
});
