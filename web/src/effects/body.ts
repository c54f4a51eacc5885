/** @file The body of an answer. A backend that sends without end must not fill a reader's memory. */

/** Bytes that are read of an answer. */
const most = 8 << 20;

/** What is thrown when an answer is larger. */
export const tooLarge = Error('too large');

/** The body of `response` as text. Throws `tooLarge` once it is. */
export const readBody = async (response: Response): Promise<string> => {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return text + decoder.decode();
    size += part.value.length;
    if (size > most) {
      void reader!.cancel();
      throw tooLarge;
    }
    text += decoder.decode(part.value, { stream: true });
  }
};
