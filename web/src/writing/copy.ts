/** @file The effect `copy`. */

/**
 * Puts `text` on the clipboard, and resolves with "yes"; or with nothing, where the browser does not let it. Asks for that
 * in this task: it must be the one of the reader's gesture.
 */
export const copy = async (text: string): Promise<string | undefined> => {
  try {
    await navigator.clipboard.writeText(text); // missing where a page is not served securely
    return 'yes';
  } catch {
    return undefined;
  }
};
