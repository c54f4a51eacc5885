/** @file The three engines, each as little of it as a scenario needs: open an address, ask the page, close. */

import puppeteer from 'puppeteer-core';
import { Builder, Capabilities } from 'selenium-webdriver';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';

/**
 * @typedef {object} Engine
 * @property {string} version
 * @property {(url: string) => Promise<void>} open
 * @property {(expression: string) => Promise<any>} ask the value of a JavaScript expression in the page, awaited
 * @property {() => Promise<void>} close
 */

/** Chromium by its own protocol and Firefox by WebDriver BiDi: one library for both. */
const launch = async (options) => {
  const browser = await puppeteer.launch({ headless: true, ...options });
  const page = await browser.newPage();
  return {
    version: await browser.version(),
    open: async (url) => void (await page.goto(url)),
    ask: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
};

/** Every request but those to 127.0.0.1 goes to the proxy at `port`, whatever its scheme. */
export const open = {
  chromium: (port) =>
    launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', `--proxy-server=127.0.0.1:${port}`],
    }),

  firefox: (port) =>
    launch({
      browser: 'firefox',
      executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
      extraPrefsFirefox: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': port,
      },
    }),

  // This one speaks WebDriver alone, and its `proxy` capability forgets about https.
  webkit: async (proxy) => {
    const port = await findFreePort();
    const address = `http://127.0.0.1:${proxy}`;
    const service = new DriverService(process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver', {
      port,
      loopback: true,
      args: [`--port=${port}`, '--host=127.0.0.1'],
      env: { ...process.env, http_proxy: address, https_proxy: address, no_proxy: '127.0.0.1' },
    });
    const driver = await new Builder()
      .usingServer(await service.start())
      .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
      .build();
    return {
      version: `WebKitGTK ${(await driver.getCapabilities()).getBrowserVersion()}`,
      open: (url) => driver.get(url),
      ask: (expression) => driver.executeScript(`return ${expression}`),
      close: async () => {
        await driver.quit();
        await service.kill();
      },
    };
  },
};
