// Code that must not compile: each line below would be a page or an id that forgets something. Were one of them to
// compile, the type check would fail on the unused expectation. Nothing here runs.

import { nobody, page } from '../../src/platform/web/page.tsx';
import { radios, text } from '../../src/platform/web/questions.tsx';
import type { ChildId, WorkerId } from '../../src/platform/web/world.ts';

const looks = { load: async () => ({ name: 'x' }), view: () => <p>x</p> };

export const whole = page({ path: '/x', says: 'X', may: 'home', about: nobody, ...looks });

// @ts-expect-error: a page says who may
export const withoutMay = page({ path: '/x', says: 'X', about: nobody, ...looks });

// @ts-expect-error: a page says about whom
export const withoutAbout = page({ path: '/x', says: 'X', may: 'home', ...looks });

export const wrongParameter = page({
  path: '/children/:reference',
  says: 'X',
  may: 'home',
  about: nobody,
  // @ts-expect-error: the path has no such parameter
  load: async (_, { child }) => ({ child }),
  view: () => <p>x</p>,
});

export const wrongAnswer = page({
  path: '/x',
  says: 'X',
  may: 'home',
  about: nobody,
  load: async () => ({}),
  asks: {
    reason: text({ ask: 'Why?', missing: 'Say why' }),
    level: radios({ ask: 'Level', options: { LOW: 'Low' }, missing: 'Choose' }),
  },
  submit: async (_, __, answers) => {
    // @ts-expect-error: HIGH is not one of the answers
    const high = answers.level === 'HIGH';
    return { goTo: '/', did: high ? 'x' : answers.reason };
  },
  view: () => <p>x</p>,
});

declare const worker: WorkerId;
// @ts-expect-error: a worker is not a child
export const child: ChildId = worker;
