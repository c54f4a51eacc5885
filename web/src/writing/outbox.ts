/**
 * @file The outbox: what the reader has sent, until the backend has it. In IndexedDB, because tabs must not send one
 * comment both: a transaction has what it looks at for itself.
 */

import { openStore, type Run } from './database.ts';

/** Milliseconds for which nobody else gets what a widget has claimed. */
const claimed = 60_000;

/** One entry. */
interface Entry {
  readonly key: string;
  readonly value: string;
  /** Who has claimed it, and when, in milliseconds since 1970. */
  readonly owner?: string;
  readonly since?: number;
}

/**
 * What is kept, by key. Nothing here rejects. Where the database cannot be asked, what it has is undefined: that is not
 * to be taken for gone.
 */
export interface Outbox {
  /** What is kept under `key`, or null. */
  load(key: string): Promise<string | null | undefined>;
  /** Keeps `value`, and who has claimed it before has it still; without one, forgets what is there. */
  store(key: string, value?: string): Promise<void>;
  /** Pairs of key and value, of all keys that begin with `prefix`. */
  list(prefix: string): Promise<readonly (readonly [string, string])[]>;
  /** What is kept under `key`, for this widget alone for a minute; null if it is gone, or another has it. */
  claim(key: string): Promise<string | null | undefined>;
  /** Resolves when all that was asked for so far is done. */
  settle(): Promise<void>;
}

/** The outbox, for the widget that is known by `owner`. */
export const openOutbox = (owner: string): Outbox => {
  let last = Promise.resolve();
  const run = <T>(mode: IDBTransactionMode, otherwise: T, work: Run<T>): Promise<T> => {
    const done = openStore(mode, work).catch(() => otherwise);
    last = Promise.all([last, done]).then(() => {});
    return done;
  };
  const entry = (store: IDBObjectStore, key: string, then: (entry: Entry | undefined) => void) => {
    const request = store.get(key) as IDBRequest<Entry | undefined>;
    request.onsuccess = () => then(request.result);
  };
  return {
    load: (key) =>
      run<string | null | undefined>('readonly', undefined, (store, give) => entry(store, key, (found) => give(found?.value ?? null))),
    store: (key, value) =>
      run<void>('readwrite', undefined, (store) => {
        if (value === undefined) store.delete(key);
        else entry(store, key, (found) => store.put({ ...found, key, value }));
      }),
    list: (prefix) =>
      run<[string, string][]>('readonly', [], (store, give) => {
        const request = store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)) as IDBRequest<Entry[]>;
        request.onsuccess = () => give(request.result.map(({ key, value }) => [key, value]));
      }),
    claim: (key) =>
      run<string | null | undefined>('readwrite', undefined, (store, give) =>
        entry(store, key, (found) => {
          const now = Date.now();
          const age = now - (found?.since ?? 0); // a clock that was set back makes it negative
          if (!found || (found.owner !== owner && age >= 0 && age < claimed)) return give(null);
          store.put({ ...found, owner, since: now });
          give(found.value);
        }),
      ),
    settle: () => last,
  };
};
