/** @file The effect `fetch`: a request, and the event that its answer is. */

import type { EffectOf, Event } from '../frame.ts';
import type { First } from '../parts.ts';
import { readBody, tooLarge } from './body.ts';

/** Milliseconds after which a request counts as not answered; its body counts too. */
const limit = 30_000;

/** Whether `first`, which the loader has sent, is the request that `effect` asks for. */
export const isFirst = ({ method, url, headers, credentials }: EffectOf<'fetch'>, first: First): boolean =>
  method === 'GET' && url === first.url && !credentials && !Object.keys(headers).length;

/** Lets go of an answer that nobody wants. */
export const discard = (first: First): void => {
  first.response.then((response) => response.body?.cancel()).catch(() => {});
};

/** How a request is sent: what comes of it is an answer, or the reason why there is none. */
export type Send = (effect: EffectOf<'fetch'>, signal: AbortSignal) => Promise<Response | string>;

/** By fetch, as all that is read. */
const ask: Send = ({ method, url, headers, body, credentials }, signal) =>
  fetch(url, { method, headers, body: body ?? null, credentials: credentials ?? 'same-origin', signal });

/**
 * Sends a request. Never rejects: no answer is an event as well.
 * @param ready the answer, if it is under way already: the loader has sent the same, or the page answers itself
 * @param signal ends the request when the widget ends
 * @param send how it is sent, once more than reading is done
 */
export const performFetch = async (
  effect: EffectOf<'fetch'>,
  ready: Promise<Response> | undefined,
  signal: AbortSignal,
  send = ask,
): Promise<Event> => {
  const { id, url } = effect;
  const none = (reason: string): Event => ({ type: 'response', id, reason });
  if (!url) return none('empty');
  const abort = new AbortController();
  const stop = () => abort.abort();
  if (!effect.keepalive) signal.addEventListener('abort', stop);
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
    const response = await (ready ?? send(effect, abort.signal));
    if (typeof response === 'string') return none(response);
    if (response.type === 'opaque') return none('unseen');
    return {
      type: 'response',
      id,
      status: response.status,
      url: response.url,
      redirected: response.redirected,
      headers: Object.fromEntries(response.headers),
      body: await readBody(response),
    };
  };
  try {
    return await Promise.race([answer(), timeout]);
  } catch (error) {
    const reason = late ? 'timeout' : navigator.onLine === false ? 'offline' : 'network';
    return none(error === tooLarge ? 'large' : reason);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
};
