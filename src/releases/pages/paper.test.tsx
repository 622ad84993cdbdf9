import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { paper } from '../../papers/paper.fixture.ts';
import * as pictures from '../../papers/pictures.ts';
import { Tables } from './paper.tsx';

test('a table with a picture is headed once, for who reads it as for who hears it', () => {
  const html = renderToString(<Tables paper={paper()} pictures={pictures} />);
  const read = html.replaceAll(/<svg.*?<\/svg>/gs, '').replaceAll(/<[^>]*>/g, '\n');
  assert.equal([...html.matchAll(/<svg/g)].length, 2);
  for (const { title } of paper().tables) assert.equal(read.split(title).length - 1, 1, title);
});
