// Talks to the desk's JSON API: same origin, the session's cookie, and the page's token on whatever changes something.

import { emit } from "./hub.js";

const TIMEOUT_MILLISECONDS = 15_000;

export class Refusal extends Error {
  // `status` is the HTTP status, or 0 when no answer came.
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export const token = document.querySelector('meta[name="foreland-token"]')?.content ?? "";

export async function get(path, parameters = {}, signal = undefined) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value != null));
  return ask(query.size > 0 ? `${path}?${query}` : path, { signal });
}

export async function post(path, body) {
  return ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Foreland-Token": token },
    body: JSON.stringify(body),
  });
}

async function ask(address, options) {
  const limit = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
  const signal = options.signal && AbortSignal.any ? AbortSignal.any([options.signal, limit]) : options.signal ?? limit;
  let answer;
  try {
    answer = await fetch(address, { ...options, signal, headers: { Accept: "application/json", ...options.headers } });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Refusal(0, error.name);
  }
  if (answer.status === 401) emit("access", "signed-out");
  if (!answer.ok) throw new Refusal(answer.status, await reason(answer));
  return answer.status === 204 ? null : answer.json();
}

// The server's own words where it gives some; they are shown as text, never as markup.
async function reason(answer) {
  try {
    const body = await answer.json();
    return String(body.error?.message ?? body.message ?? answer.statusText);
  } catch {
    return answer.statusText;
  }
}
