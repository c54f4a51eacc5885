/** @file Runs the scenario in one engine: `node run.mjs chromium|firefox|webkit`. */

import { open } from './engines.mjs';
import { counts, payloads, soup } from './payloads.mjs';
import { checkTraps, drawAll, readAll } from './scenario.mjs';
import { HostileServer } from './server.mjs';

const [, , name] = process.argv;
const started = Date.now();
const server = new HostileServer();
const port = await server.start();
const engine = await open[name](port);
const vectors = payloads.filter(({ corpus }) => corpus === 'hostile');
const soups = soup(5_000);
const wrong = [];
try {
  const setting = { engine, server, origin: `http://127.0.0.1:${port}` };
  wrong.push(...(await checkTraps(setting, vectors)));
  wrong.push(...(await readAll(setting, soups)));
  // With the policy, nothing may even be tried; without it, whatever slipped through would really run; and without a
  // shadow root, names and ids would be the page's own.
  wrong.push(...(await drawAll(setting, '/strict', payloads)));
  wrong.push(...(await drawAll(setting, '/bare', payloads)));
  wrong.push(...(await drawAll(setting, '/light', vectors)));
  const hasSanitizer = await engine.ask('inspect.hasSanitizer');
  if (hasSanitizer !== (name !== 'webkit')) wrong.push(`setHTML is ${hasSanitizer ? '' : 'not '}there`);
  if (!hasSanitizer) console.log('This engine has no setHTML to compare with.');
} finally {
  await engine.close();
  server.close();
}
for (const text of wrong) console.error(text);
const seconds = ((Date.now() - started) / 1000).toFixed(1);
const outcome = wrong.length ? `${wrong.length} things went wrong` : 'nothing slipped through';
const done = `${payloads.length} payloads drawn (${counts}), ${soups.length} more soups read`;
console.log(`${name} (${engine.version}), ${done}, ${seconds} s: ${outcome}`);
process.exitCode = wrong.length ? 1 : 0;
