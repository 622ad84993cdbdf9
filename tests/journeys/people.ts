import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openTestHouse, type TestHouse } from '../../src/platform/testing/house.ts';
import { openServer } from '../../src/platform/testing/visitor.ts';
import { axeViolations, openBrowser } from './browser.ts';

/** The whole fictional partnership, served, with a browser each for whoever takes part in the journey. */
export type Journey = {
  test: TestHouse;
  address: string;
  /** Signs a member of the cast in, in a browser of their own. */
  meet: (key: string, options?: { width?: number; scripts?: boolean }) => Promise<Person>;
  close: () => Promise<void>;
};

export async function setOut(): Promise<Journey> {
  const test = await openTestHouse('partnership');
  const server = await openServer(test);
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const browser: Browser = await openBrowser();
  return {
    test,
    address,
    async meet(key, { width = 1100, scripts = true } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: scripts });
      const person = new Person(await context.newPage(), context, address, width);
      await person.signIn(key);
      return person;
    },
    async close() {
      await browser.close();
      await server.close();
      await test.close();
    },
  };
}

/** Somebody at a screen. Each verb is what they do; every page they stop at is checked for WCAG 2.2 AA. */
export class Person {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #address: string;
  readonly #width: number;
  readonly #complaints: string[] = [];

  constructor(page: Page, context: BrowserContext, address: string, width: number) {
    this.page = page;
    this.#context = context;
    this.#address = address;
    this.#width = width;
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (403|404|409|422)/.test(message.text()))
        this.#complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.#complaints.push(error.message));
  }

  async signIn(key: string): Promise<void> {
    await this.page.goto(`${this.#address}/sign-in`);
    await this.page.locator(`form:has(input[name="worker"][value="${key}"]) button`).click();
    await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }

  async goesTo(path: string): Promise<void> {
    await this.page.goto(`${this.#address}${path}`);
  }

  async follows(link: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name: link }).first().click();
  }

  async presses(button: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: button }).first().click();
  }

  async writes(label: string | RegExp, words: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(words);
  }

  async writesDay(legend: string | RegExp, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    const group = this.page.getByRole('group', { name: legend });
    await group.getByLabel('Day').fill(String(Number(date)));
    await group.getByLabel('Month').fill(String(Number(month)));
    await group.getByLabel('Year').fill(year);
  }

  /** A radio or a checkbox, under its question where several have the same words. */
  async chooses(option: string | RegExp, under?: string | RegExp): Promise<void> {
    const place = under ? this.page.getByRole('group', { name: under }) : this.page.getByRole('main');
    await place.getByLabel(option).first().check();
  }

  async sees(words: string | RegExp): Promise<void> {
    const found = typeof words === 'string' ? words.replace(/\s+/g, ' ') : words;
    const text = (await this.page.getByRole('main').allInnerTexts()).join(' ').replace(/\s+/g, ' ');
    assert.ok(
      typeof found === 'string' ? text.includes(found) : found.test(text),
      `${words} is not on ${this.page.url()}:\n${text.slice(0, 1500)}`,
    );
  }

  async doesNotSee(words: string | RegExp): Promise<void> {
    const html = await this.page.content();
    assert.ok(
      typeof words === 'string' ? !html.includes(words) : !words.test(html),
      `${words} is on ${this.page.url()}`,
    );
  }

  /** Nothing complained in the browser, nothing stands out sideways, and axe finds nothing wrong. */
  async findsThePageInOrder(): Promise<void> {
    const where = this.page.url();
    assert.deepEqual(this.#complaints, [], where);
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= this.#width, `${where} is ${wide} px wide on a screen of ${this.#width}`);
    assert.deepEqual(await axeViolations(this.page), [], where);
  }

  async leaves(): Promise<void> {
    await this.#context.close();
  }
}
