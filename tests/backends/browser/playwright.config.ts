/**
 * @file Each story twice: from a page of WordPress's own origin, and from one of another. One worker: what a story
 * switches is switched for the whole site.
 */

import shared from '../../browser/playwright.config.ts';
import type { Options } from './fixtures.ts';

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
    { name: 'own origin', use: { elsewhere: false } satisfies Options },
    { name: 'another origin', use: { elsewhere: true } satisfies Options },
  ],
};
