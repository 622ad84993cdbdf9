import type { Tx } from '../platform/db/index.ts';
import { londonMoment, plainDate } from '../platform/kernel/index.ts';
import { expiryOf, recordDraft, recordReferrals } from '../referrals/index.ts';
import { idFor, referenceFor } from './plant-names.ts';
import { aroundOf, askedOf, filledIn, sent } from './plant-referral-form.ts';
import type { Story, StoryReferral } from './story/index.ts';

/** Referrals as they were sent, and one that a teacher has not finished. */
export async function plantReferrals(tx: Tx, story: Story): Promise<void> {
  const around = aroundOf(story);
  await recordReferrals(
    tx,
    story.referrals.map((told) => ({
      id: idFor('referral', told.key),
      reference: referenceFor('R', told.key),
      referral: sent(told, around),
      subjects: told.subjects.map(({ key }) => idFor('subject', key)),
    })),
  );
  await plantUnfinished(tx);
}

/** Begun on a Saturday ten days ago, so that its author is reminded: it expires in four. */
const unfinished: StoryReferral = {
  key: 'referral-unfinished',
  receivedAt: londonMoment(plainDate('2024-01-20'), '18:10'),
  channel: 'online',
  source: '2A',
  enteredBy: 'ben',
  referrer: {
    name: 'Ben Oyelaran',
    role: 'Teacher',
    agency: 'Thornholme Academy',
    relationship: 'Teaches her on Tuesdays and Fridays',
  },
  subjects: [
    { key: 'unfinished-subject-1', givenName: 'Amelia', familyName: 'Garside', sex: 'F', school: 'Thornholme Academy' },
  ],
  concern: '',
  strengths: '',
  hopedFor: '',
  suspected: 'CSE',
  needLevel: 3,
  immediateDanger: false,
  familyTold: true,
};
const SAVED = ['danger', 'about-you', 'children'];

async function plantUnfinished(tx: Tx): Promise<void> {
  const { key, receivedAt, enteredBy } = unfinished;
  const asked = askedOf(unfinished);
  const saved = Object.entries(filledIn(unfinished, asked, { children: new Map(), households: new Map() }));
  const draft = {
    id: idFor('draft', key),
    startedAt: receivedAt,
    expiresOn: expiryOf(asked.today),
    asked,
    saved: Object.fromEntries(saved.filter(([section]) => SAVED.includes(section))),
    sentAs: null,
  };
  await recordDraft(tx, idFor('worker', enteredBy), draft, receivedAt);
}
