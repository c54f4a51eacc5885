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

const open = (): Promise<IDBDatabase> =>
  (opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const forget = () => {
      opening = undefined;
    };
    const fail = () => {
      forget();
      reject(Error('no database'));
    };
    const timer = setTimeout(fail, patience);
    const request = indexedDB.open('afterword', version); // even this can throw, and rejects then
    request.onupgradeneeded = () => request.result.createObjectStore(name, { keyPath: 'key' });
    request.onblocked = request.onerror = fail;
    request.onsuccess = () => {
      clearTimeout(timer);
      const database = request.result;
      database.onclose = forget;
      // Another tab has a later version of this script: it must not wait for this one.
      database.onversionchange = () => {
        forget();
        database.close();
      };
      resolve(database);
    };
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  }));

/**
 * Does `work` in one transaction, after all that was asked for before. Resolves with what `work` has given, when all of
 * it is written. Rejects if that cannot be.
 */
export const openStore = async <T>(mode: IDBTransactionMode, work: Run<T>): Promise<T> => {
  const database = await open();
  return new Promise<T>((resolve, reject) => {
    let result: T;
    const transaction = database.transaction(name, mode);
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(transaction.error);
    work(transaction.objectStore(name), (given) => {
      result = given;
    });
  });
};
