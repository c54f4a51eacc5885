/** @file The effect `fetch`: a request, and the event that its answer is. */

import type { EffectOf, Event } from '../frame.ts';
import type { First } from '../parts.ts';

/** Milliseconds after which a request counts as not answered; its body counts too. */
const limit = 30_000;

/** Whether `first`, which the loader has sent, is the request that `effect` asks for. */
export const isFirst = ({ method, url, headers }: EffectOf<'fetch'>, first: First): boolean =>
  method === 'GET' && url === first.url && !Object.keys(headers).length;

/** Lets go of an answer that nobody wants. */
export const discard = (first: First): void => {
  first.response.then((response) => response.body?.cancel()).catch(() => {});
};

/**
 * Sends a request. Never rejects: no answer is an event as well.
 * @param first the same request, if the loader has sent it already
 * @param signal ends the request when the widget ends
 */
export const performFetch = async (
  { id, method, url, headers, body }: EffectOf<'fetch'>,
  first: First | undefined,
  signal: AbortSignal,
): Promise<Event> => {
  const abort = new AbortController();
  const stop = () => abort.abort();
  signal.addEventListener('abort', stop);
  let late = false;
  const timeout = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => {
      late = true;
      stop();
      reject(Error('timeout'));
    }, limit);
    abort.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const answer = async (): Promise<Event> => {
    const response = await (first?.response ??
      fetch(url, { method, headers, body: body ?? null, signal: abort.signal }));
    const text = await response.text();
    return { type: 'response', id, status: response.status, body: text };
  };
  try {
    return await Promise.race([answer(), timeout]);
  } catch {
    return { type: 'failure', id, reason: late ? 'timeout' : navigator.onLine === false ? 'offline' : 'network' };
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
};
