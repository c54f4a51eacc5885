/** @file The effect `alarm`. */

/** Seconds that a browser can wait: it counts milliseconds in 31 bits, and rings at once when there are more. */
const most = 2_000_000;

/** What sets the one alarm of a widget, in seconds; a second time, anew. It calls `ring`, unless `signal` is aborted. */
export const createAlarm = (ring: () => void, signal: AbortSignal): ((seconds: number) => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(ring, Math.min(seconds, most) * 1000);
  };
};
