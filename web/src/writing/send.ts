/** @file How a request is sent once it may be more than a question: by fetch in all its ways, or as a native form. */

import type { Send } from '../effects/fetch.ts';
import type { EffectOf, Event } from '../frame.ts';
import type { Outbox } from './outbox.ts';
import { submit } from './submit.ts';

/** Bytes that all requests which outlive their page may have together: 64 KiB. @see https://fetch.spec.whatwg.org */
const most = 60_000;

/** The way of `effect`: some backends answer pages of their own origin only. */
const wayOf = ({ url, send, elsewhere }: EffectOf<'fetch'>): string | undefined =>
  elsewhere && new URL(url, document.baseURI).origin !== location.origin ? elsewhere : send;

/**
 * Sends requests. Before the browser goes with one as a native form `left` is told, and what is to be kept is in
 * `outbox`.
 */
export const createSend =
  (dispatch: (event: Event) => void, outbox: Outbox): Send =>
  async (effect, signal) => {
    const { id, method, url, headers, body, credentials, keepalive } = effect;
    const way = wayOf(effect);
    if (way === 'page') {
      dispatch({ type: 'left', id });
      await null; // until this event has had its turn, and what it stores is on its way
      await outbox.settle();
      return submit(method, url, body ?? '');
    }
    return fetch(url, {
      method,
      headers,
      body: body ?? null,
      credentials: credentials ?? 'same-origin',
      mode: way === 'blind' ? 'no-cors' : 'cors',
      keepalive: !!keepalive && new Blob([body ?? '']).size < most,
      signal,
    });
  };
