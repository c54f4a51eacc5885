/**
 * @file Waline and Ghost from a page of another origin; WordPress twice, from a page of its own origin too. One worker:
 * what a story switches is switched for the whole site.
 */

import shared from '../../browser/playwright.config.ts';
import type { Options } from './fixtures.ts';

const others = ['**/waline*.spec.ts', '**/ghost*.spec.ts'];

export default {
  ...shared,
  outputDir: '../../../build/backends/browser',
  workers: 1,
  use: {
    ...shared.use,
    // Who goes back to a page finds it as it was left; Playwright switches that off.
    launchOptions: { ...shared.use?.launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] },
  },
  projects: [
    { name: 'wordpress, own origin', testIgnore: others, use: { elsewhere: false } satisfies Options },
    { name: 'wordpress, another origin', testIgnore: others, use: { elsewhere: true } satisfies Options },
    { name: 'waline', testMatch: others[0] },
    { name: 'ghost', testMatch: others[1] },
  ],
};
