/** @file Names that nobody else has. */

/** A fresh random UUID. `randomUUID` is missing where a page is not served securely. */
export const createKey = (): string =>
  crypto.randomUUID?.() ??
  // RFC 9562, section 5.4: 122 random bits, version 4, variant 10.
  '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
    (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (+digit / 4)))).toString(16),
  );
