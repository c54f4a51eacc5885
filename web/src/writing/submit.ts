/** @file A native form, for backends that do not talk to scripts of other pages: the browser goes where it is sent. */

/**
 * Submits `body`, form-urlencoded, as a form of the page. What comes of it the page is not there to see. Resolves with
 * the reason `returned` when the reader comes back to the page by the browser's "back".
 */
export const submit = (method: string, url: string, body: string): Promise<string> => {
  const form = document.createElement('form');
  form.method = method;
  form.action = url;
  for (const [name, value] of new URLSearchParams(body)) {
    const input = document.createElement('textarea'); // an input would lose the line breaks
    input.name = name;
    input.value = value;
    form.append(input);
  }
  form.hidden = true;
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form); // a field may be called "submit"
  form.remove();
  return new Promise((resolve) => addEventListener('pageshow', () => resolve('returned'), { once: true }));
};
