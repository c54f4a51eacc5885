/** @file Runs the scenario in one engine: `node run.mjs chromium|firefox|webkit`. */

import { open } from './engines.mjs';
import { sanitize } from './native.mjs';
import { counts, payloads } from './payloads.mjs';
import { checkTraps, drawAll } from './scenario.mjs';
import { HostileServer } from './server.mjs';

const [, , name] = process.argv;
const started = Date.now();
const meant = sanitize(payloads.map(({ bytes }) => bytes));
const server = new HostileServer(payloads);
const port = await server.start();
const engine = await open[name](port);
const wrong = [];
try {
  const setting = { engine, server, origin: `http://127.0.0.1:${port}`, payloads, meant };
  wrong.push(...(await checkTraps(setting)));
  // With the policy, nothing may even be tried; without it, whatever slipped through would really run; and without a
  // shadow root, names and ids would be the page's own.
  for (const path of ['/strict', '/bare', '/light']) wrong.push(...(await drawAll(setting, path)));
  const hasSanitizer = await engine.ask('inspect.hasSanitizer');
  if (hasSanitizer !== (name !== 'webkit')) wrong.push(`setHTML is ${hasSanitizer ? '' : 'not '}there`);
  console.log(hasSanitizer ? 'setHTML took nothing away.' : 'This engine has no setHTML.');
} finally {
  await engine.close();
  server.close();
}
for (const text of wrong.slice(0, 20)) console.error(text);
if (wrong.length > 20) console.error(`and ${wrong.length - 20} more`);
const seconds = ((Date.now() - started) / 1000).toFixed(1);
const outcome = wrong.length ? `${wrong.length} things went wrong` : 'nothing slipped through';
console.log(`${name} (${engine.version}), ${payloads.length} payloads (${counts}), ${seconds} s: ${outcome}`);
process.exitCode = wrong.length ? 1 : 0;
