/** @file Comes before everything else in a page under test, and notes what nobody there should ever do. */

const traps = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
  window[name] = (...words) => void traps.push(`${name}(${words})`);
addEventListener('error', (event) => traps.push(`error: ${event.message}`));
addEventListener('unhandledrejection', (event) => traps.push(`rejection: ${event.reason}`));
document.addEventListener('securitypolicyviolation', (event) =>
  traps.push(`violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));

// What a link leads to is not the matter here, as long as it leads somewhere; one that runs something may run.
addEventListener('click', (event) => {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (link && link.protocol !== 'javascript:') event.preventDefault();
});
