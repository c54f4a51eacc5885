/** @file The effects `stream` and `abort`: what a backend says by itself. */

import type { Event } from '../frame.ts';

/** The streams of a widget, by the ids that the core knows them by. */
export interface Streams {
  open(id: number, url: string): void;
  close(id: number): void;
}

/**
 * Tells what is streamed. A browser connects again by itself when a connection breaks; where it gives up, or knows no
 * streams, that is told by an event without a value. All end with `signal`.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#dom-eventsource-closed
 */
export const createStreams = (dispatch: (event: Event) => void, signal: AbortSignal): Streams => {
  const sources = new Map<number, EventSource>();
  const close = (id: number) => {
    sources.get(id)?.close();
    sources.delete(id);
  };
  signal.addEventListener('abort', () => [...sources.keys()].forEach(close));
  return {
    open: (id, url) => {
      const tell = (value?: string) => dispatch({ type: 'streamed', id, value });
      try {
        const source = new EventSource(url);
        sources.set(id, source);
        source.onmessage = ({ data }: MessageEvent<string>) => tell(data);
        source.onerror = () => {
          if (source.readyState !== source.CLOSED) return;
          close(id);
          tell();
        };
      } catch {
        tell();
      }
    },
    close,
  };
};
