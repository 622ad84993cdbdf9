import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, type TestContext, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { AXE, axeScript, axeViolations, openBrowser } from './browser.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const sound = `<!doctype html><html lang="en"><title>Referrals</title><main><h1>Referrals</h1>
  <p id="said">Nothing yet</p><button onclick="said.textContent = 'Sent'">Send</button></main></html>`;

test('a page is opened, clicked and pictured', async () => {
  const page = await browser.newPage();
  await page.setContent(sound);
  await page.getByRole('button', { name: 'Send' }).click();
  assert.equal(await page.locator('#said').textContent(), 'Sent');
  const picture = await page.screenshot();
  assert.equal(picture.subarray(1, 4).toString(), 'PNG');
  await page.close();
});

test('two people are signed in at once, each with their own cookies', async (t) => {
  const address = await serve(t, (request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').searchParams.get('name');
    if (name) response.setHeader('set-cookie', `name=${name}`);
    response.end(request.headers.cookie ?? 'nobody');
  });
  const [asha, ben] = await Promise.all([browser.newContext(), browser.newContext()]);
  const [first, second] = await Promise.all([asha.newPage(), ben.newPage()]);
  await Promise.all([first.goto(`${address}?name=asha`), second.goto(`${address}?name=ben`)]);
  await Promise.all([first.goto(address), second.goto(address)]);
  assert.deepEqual(await Promise.all([first.textContent('body'), second.textContent('body')]), [
    'name=asha',
    'name=ben',
  ]);
  await Promise.all([asha.close(), ben.close()]);
});

test('axe passes a sound page and finds what is planted in another', async (t) => {
  const page = await browser.newPage();
  await page.goto(await serve(t, showing(sound)));
  assert.deepEqual(await axeViolations(page), []);
  const unsound = sound.replace('<p', '<img src="data:,"><input name="reason"><p style="color: #ccc"');
  await page.goto(await serve(t, showing(unsound)));
  const found = await axeViolations(page);
  assert.deepEqual(found.map((line) => line.split(':')[0]).toSorted(), ['color-contrast', 'image-alt', 'label']);
  assert.match(found.join('\n'), /<input name="reason">/);
  await page.close();
});

test('axe reads a page that forbids foreign scripts and styles', async (t) => {
  const page = await browser.newPage();
  const html = '<!doctype html><html><title>Referrals</title><main><h1>Referrals</h1></main></html>';
  await page.goto(await serve(t, showing(html, "default-src 'none'; script-src 'self'; style-src 'self'")));
  const found = await axeViolations(page);
  assert.deepEqual(
    found.map((line) => line.split(':')[0]),
    ['html-has-lang'],
  );
  await page.close();
});

/** One page, and axe beside it. */
function showing(html: string, policy = ''): RequestListener {
  return ({ url }, response) => {
    response.setHeader('content-type', url === AXE ? 'text/javascript' : 'text/html; charset=utf-8');
    if (policy) response.setHeader('content-security-policy', policy);
    response.end(url === AXE ? axeScript() : html);
  };
}

async function serve(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, 'localhost');
  t.after(() => server.close());
  await once(server, 'listening');
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}
