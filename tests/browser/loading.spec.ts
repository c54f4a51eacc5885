/** @file What is asked for, and when: nothing early, nothing twice, nothing in a chain. */

import { article, expect, focused, goDown, test } from './fixtures.ts';

const parts = ['/host.mjs', '/afterword-core.mjs', '/afterword-reader.wasm', '/afterword.css', '/recipes/afterword.json', '/api/comments'];

test('everything is asked for at once, and once', async ({ page, url }) => {
  // A slow line, so that what waits for an answer is seen to wait.
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 300, downloadThroughput: -1, uploadThroughput: -1 });
  const asked: { path: string; at: number }[] = [];
  const answered: number[] = [];
  page.on('request', (request) => asked.push({ path: new URL(request.url()).pathname, at: Date.now() }));
  page.on('response', (response) => {
    if (parts.includes(new URL(response.url()).pathname)) answered.push(Date.now());
  });
  await page.goto(`${url}${article}#comment-1`);
  await expect(page.getByRole('article').first()).toBeVisible();
  for (const part of parts) {
    const times = asked.filter(({ path }) => path === part);
    expect(times, part).toHaveLength(1);
    expect(times[0]!.at, `${part} waits for no other`).toBeLessThan(Math.min(...answered));
  }
});

test('nothing but the loader is fetched while the comments are far away', async ({ page, url }) => {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  await page.setViewportSize({ width: 800, height: 400 });
  await page.goto(url + article, { waitUntil: 'networkidle' });
  expect(paths).toContain('/afterword.js');
  expect(paths.filter((path) => parts.includes(path))).toEqual([]);
});

test('an address that names a comment leads there', async ({ page, url }) => {
  await page.goto(`${url}${article}#comment-3`);
  await expect.poll(() => focused(page)).toBe('comment-3');
  await expect(page.locator('[id="comment-3"]')).toBeInViewport();
});

test('elements draw like the tag, and share one module', async ({ page, url }) => {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  await page.goto(`${url}/elements`);
  await goDown(page);
  await expect(page.getByText('Leave a Comment').first()).toBeVisible();
  await page.evaluate(() => {
    const box = document.createElement('afterword-subscribe');
    box.setAttribute('backend', '/api');
    document.body.append(box);
    box.scrollIntoView();
  });
  await expect(page.getByText('Join 212 other followers').first()).toBeVisible();
  await expect.poll(() => paths, 'the whole core comes by itself').toContain('/afterword-core.wasm');
  for (const part of ['/host.mjs', '/afterword-core.mjs', '/afterword-reader.wasm', '/afterword-core.wasm', '/afterword.css'])
    expect(paths.filter((path) => path === part), part).toHaveLength(1);
});

test('another page attribute is another thread; light root works as the shadow root does', async ({ page, url }) => {
  await page.goto(url + article);
  const element = page.locator('afterword-comments');
  await goDown(page);
  await expect(page.getByRole('article').first()).toBeVisible();
  await element.evaluate((found) => found.setAttribute('page', '/the-last-word'));
  await expect(page.getByText('Comments are closed.')).toBeVisible();
  await page.evaluate((path) => {
    const light = document.createElement('afterword-comments');
    for (const [name, value] of Object.entries({ backend: '/api', page: path, root: 'light', prefix: 'x-' }))
      light.setAttribute(name, value);
    document.body.append(light);
    light.scrollIntoView();
  }, article);
  await expect(page.locator('body > afterword-comments [id="x-comment-1"]')).toBeVisible();
});

test('the page is served with the strict policy that it works under', async ({ request, url }) => {
  const answer = await request.get(url + article);
  expect(answer.headers()['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data:; " +
      "style-src 'self'; require-trusted-types-for 'script'; trusted-types afterword; base-uri 'none'; frame-ancestors 'none'");
});
