import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { TestHouse } from '../../src/platform/testing/house.ts';
import { openServer, openTestHouse } from '../../src/testing/open.ts';
import { AXE, axeScript, axeViolations, openBrowser } from './browser.ts';

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
  server.get(AXE, (_, reply) =>
    reply.type('text/javascript').header('cache-control', 'max-age=3600').send(axeScript()),
  );
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const browser: Browser = await openBrowser();
  return {
    test,
    address,
    async meet(key, { width = 1100, scripts = true } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: scripts });
      // A machine that does much else at once is slow, not wrong.
      context.setDefaultTimeout(60_000);
      const person = new Person(await context.newPage(), context, address, { width, scripts });
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

/** The parts of one story, in order: once one fails, those after it are not told. */
export function story(): (says: string, happens: () => Promise<void>) => void {
  let stopped = false;
  return (says, happens) =>
    void test(says, async (t) => {
      if (stopped) return t.skip('the story stopped before this');
      stopped = true;
      await happens();
      stopped = false;
    });
}

/** Somebody at a screen. Each verb is what they do; every page they stop at is checked for WCAG 2.2 AA. */
export class Person {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #address: string;
  readonly #width: number;
  readonly #scripts: boolean;
  readonly #complaints: string[] = [];

  constructor(
    page: Page,
    context: BrowserContext,
    address: string,
    { width, scripts }: { width: number; scripts: boolean },
  ) {
    this.page = page;
    this.#context = context;
    this.#address = address;
    this.#width = width;
    this.#scripts = scripts;
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

  async goesTo(path: string, status = 200): Promise<void> {
    const response = await this.page.goto(`${this.#address}${path}`);
    assert.equal(response?.status(), status, path);
  }

  /** Where the page is, without the server's address. */
  get path(): string {
    return this.page.url().slice(this.#address.length);
  }

  /** A link called just so before one that has the words in its name; one on the page itself before the navigation’s. */
  async follows(link: string | RegExp): Promise<void> {
    const main = this.page.getByRole('main');
    const drawnAsButton = main.locator('a[role="button"]', { hasText: link });
    const found = [main, this.page].flatMap((place) => [
      place.getByRole('link', { name: link, exact: true }),
      place.getByRole('link', { name: link }),
    ]);
    for (const some of [...found.slice(0, 1), drawnAsButton, ...found.slice(1)])
      if (await some.count()) return some.first().click();
    throw new Error(`no link says ${link} on ${this.path}`);
  }

  /** The first line of a list that has these words. */
  async opensTheRow(words: string | RegExp): Promise<void> {
    await this.page.locator('tbody tr', { hasText: words }).getByRole('link').first().click();
  }

  /** By keyboard alone, to whatever says this; wherever one is on the way can be seen. */
  async tabsTo(words: string | RegExp): Promise<void> {
    const passed: string[] = [];
    while (passed.length < 150) {
      await this.page.keyboard.press('Tab');
      const { says, seen } = await this.page.evaluate(whereFocusIs);
      assert.ok(seen, `focus on “${says.slice(0, 80)}” cannot be seen on ${this.path}, after ${passed.join(', ')}`);
      if (typeof words === 'string' ? says === words : words.test(says)) return;
      passed.push(says);
    }
    assert.fail(`${words} is not reached on ${this.path}: ${passed.join(', ')}`);
  }

  async presses(button: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: button }).first().click();
  }

  /** Answers the questions of a form by their words: options chosen, a day, a choice from a list, or what is written. */
  async answers(said: Record<string, string | readonly string[]>, under?: string): Promise<void> {
    const main = this.page.getByRole('main');
    const place = under ? main.getByRole('group', { name: under, exact: true }) : main;
    for (const [ask, answer] of Object.entries(said)) {
      const group = place.getByRole('group', { name: ask, exact: true });
      if (await group.count()) await answersGroup(group.first(), answer);
      else await answersField(place.getByLabel(ask, { exact: true }).first(), String(answer));
    }
  }

  /** One answer whose question need not be named. */
  async chooses(option: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByLabel(option, { exact: true }).first().check();
  }

  async writes(label: string | RegExp, words: string): Promise<void> {
    await this.page.getByRole('main').getByLabel(label, { exact: true }).first().fill(words);
  }

  async sees(...all: (string | RegExp)[]): Promise<void> {
    const text = await this.#reads();
    for (const words of all)
      assert.ok(
        typeof words === 'string' ? text.includes(words) : words.test(text),
        `${words} is not on ${this.path}:\n${text.slice(0, 3000)}`,
      );
  }

  /** Each further down the page than the one before it. */
  async seesInOrder(...all: string[]): Promise<void> {
    const text = await this.#reads();
    const places = all.map((words) => text.indexOf(words));
    assert.ok(!places.includes(-1), `${all[places.indexOf(-1)]} is not on ${this.path}:\n${text.slice(0, 3000)}`);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      `${all.join(', then ')} on ${this.path}`,
    );
  }

  async doesNotSee(words: string | RegExp): Promise<void> {
    const html = await this.page.content();
    assert.ok(
      typeof words === 'string' ? !html.includes(words) : !words.test(html),
      `${words} is on ${this.page.url()}`,
    );
  }

  async #reads(): Promise<string> {
    // What is seen: words folded away are not among them.
    const seen = await this.page.getByRole('main').allInnerTexts();
    return seen.join(' ').replace(/\s+/g, ' ');
  }

  /** Nothing stands out sideways. */
  async seesAllOfIt(): Promise<void> {
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= this.#width, `${this.path} is ${wide} px wide on a screen of ${this.#width}`);
  }

  /** Nothing complained in the browser, nothing stands out sideways, and axe finds nothing wrong. */
  async findsThePageInOrder(): Promise<void> {
    const where = this.page.url();
    assert.deepEqual(this.#complaints, [], where);
    await this.seesAllOfIt();
    if (this.#scripts) assert.deepEqual(await axeViolations(this.page), [], where);
    else await this.#withScripts(async (page) => assert.deepEqual(await axeViolations(page), [], where));
  }

  /** axe is a script itself: for somebody without scripts it reads the same page in a window that has them. */
  async #withScripts(reads: (page: Page) => Promise<void>): Promise<void> {
    const context = await this.#context.browser()?.newContext({ storageState: await this.#context.storageState() });
    const page = await context?.newPage();
    await page?.goto(this.page.url());
    if (page) await reads(page);
    await context?.close();
  }

  async leaves(): Promise<void> {
    await this.#context.close();
  }
}

async function answersGroup(group: Locator, answer: string | readonly string[]): Promise<void> {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(answer)) ?? [];
  if (year) {
    for (const [part, number] of Object.entries({ Day: day, Month: month, Year: year }))
      await group.getByLabel(part).fill(String(Number(number)));
  } else for (const option of [answer].flat()) await group.getByLabel(option, { exact: true }).check();
}

/** A choice from a list is told by how it begins: "Dev Rathore (13 open cases)". */
async function answersField(field: Locator, answer: string): Promise<void> {
  const choices = await field.locator('option').allTextContents();
  const label = choices.find((choice) => choice === answer) ?? choices.find((choice) => choice.startsWith(answer));
  await (label ? field.selectOption({ label }) : field.fill(answer));
}

/** Runs in the browser: what has focus, and whether that is marked. */
function whereFocusIs(): { says: string; seen: boolean } {
  const focused = document.activeElement ?? document.body;
  const [label] = 'labels' in focused ? ((focused as HTMLInputElement).labels ?? []) : [];
  const marked = [getComputedStyle(focused), ...(label ? [getComputedStyle(label, '::before')] : [])];
  const seen = marked.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none');
  const says = focused.getAttribute('aria-label') ?? (label ?? focused).textContent ?? '';
  return { says: says.replace(/\s+/g, ' ').trim(), seen };
}
