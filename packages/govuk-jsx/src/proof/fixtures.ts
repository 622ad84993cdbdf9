import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { canonical } from './canonical-html.ts';

interface Fixture<Options> {
  readonly name: string;
  readonly options: Options;
  readonly html: string;
}

interface Expected<Options> {
  readonly component: string;
  /** How many of the shipped fixtures must pass, so that the proof cannot shrink unseen. */
  readonly atLeast: number;
  /** Fixtures whose options we leave out on purpose, each with the reason. */
  readonly without?: Readonly<Record<string, string>>;
  readonly draw: (options: Options) => VNode;
}

/** Our component, given what the fixture's options say, gives the HTML that GOV.UK Frontend ships for them. */
export const proves = <Options>({ component, atLeast, without = {}, draw }: Expected<Options>) => {
  const fixtures = shipped<Options>(component);
  const taken = fixtures.filter(({ name }) => !(name in without));

  for (const { name, options, html } of taken) {
    test(`${component}: ${name}`, () => {
      assert.equal(canonical(drawn(draw(options))), canonical(html));
    });
  }

  test(`${component}: at least ${atLeast} fixtures, seven eighths of those shipped, are proved`, () => {
    assert.ok(taken.length >= atLeast, `only ${taken.length} are left`);
    assert.ok(taken.length >= fixtures.length * 0.875, `only ${taken.length} of ${fixtures.length}`);
    assert.equal(
      fixtures.length - taken.length,
      Object.keys(without).length,
      'every fixture left out is a shipped one',
    );
  });
};

const shipped = <Options>(component: string): readonly Fixture<Options>[] => {
  const home = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
  const file = join(home, 'dist/govuk/components', component, 'fixtures.json');
  const { fixtures }: { fixtures: Fixture<Options>[] } = JSON.parse(readFileSync(file, 'utf8'));
  return fixtures;
};

/** `Html` in the adapters wraps ready-made HTML in this, because JSX cannot hold it bare. */
export const WRAPPER = 'ready-made';

const drawn = (node: VNode): string => renderToString(node).replaceAll(new RegExp(`</?${WRAPPER}>`, 'g'), '');
