/**
 * @file The database of this origin, `afterword`, and the one store in it. It can be forbidden, absent, full, of a later
 * version, or never answer; then a transaction fails, and the next one tries again.
 */

/** What a transaction does with the store. `give` says what comes of it, once the transaction is complete. */
export type Run<T> = (store: IDBObjectStore, give: (result: T) => void) => void;

const version = 1;
const name = 'outbox';

/** Milliseconds in which a database must open: some browsers have been seen never to answer. */
const patience = 3000;

let opening: Promise<IDBDatabase> | undefined;

const forget = (): void => {
  opening = undefined;
};

const connect = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('afterword', version); // even this can throw, and rejects then
    const fail = () => reject(request.error ?? Error('no answer'));
    setTimeout(fail, patience); // and if not, does nothing: so does an answer that comes too late
    request.onblocked = request.onerror = fail;
    request.onupgradeneeded = () => request.result.createObjectStore(name, { keyPath: 'key' });
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = forget;
      // Another tab has a later version of this script: it must not wait for this one.
      database.onversionchange = () => {
        forget();
        database.close();
      };
      resolve(database);
    };
  });

const open = (): Promise<IDBDatabase> =>
  (opening ??= connect().catch((error: unknown) => {
    forget();
    throw error;
  }));

/**
 * Does `work` in one transaction, after all that was asked for before. Resolves with what `work` has given, when all of
 * it is written. Rejects if that cannot be.
 */
export const openStore = async <T>(mode: IDBTransactionMode, work: Run<T>): Promise<T> => {
  const begin = async () => (await open()).transaction(name, mode);
  // A browser may have closed it behind our back, while the tab was not seen.
  const transaction = await begin().catch(() => {
    forget();
    return begin();
  });
  return new Promise<T>((resolve, reject) => {
    let result: T;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(transaction.error);
    work(transaction.objectStore(name), (given) => {
      result = given;
    });
  });
};
