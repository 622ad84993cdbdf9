import { renderPlain, type TroubleKind } from './layout.tsx';
import type { Partnership } from './world.ts';

const hub = (phone: string) => `ring the Multi-Agency Safeguarding Hub (MASH) on ${phone}`;

const wordsOf = ({
  phones: { mash },
}: Partnership): Record<TroubleKind, { title: string; says: string; next: string }> => ({
  'signed-out': { title: 'Sign in', says: 'You are not signed in.', next: 'Sign in, then come back to this page.' },
  'not-permitted': {
    title: 'Not yours to open',
    says: 'Your role does not include this. The attempt has been recorded.',
    next: 'If your work needs it, ask your manager.',
  },
  'not-found': {
    title: 'Nothing here for you',
    says: 'There is no such page, or it holds nothing you may see. The attempt has been recorded.',
    next: `Check the reference. If you are worried about a child, ${hub(mash)}.`,
  },
  'no-such-page': {
    title: 'No such page',
    says: 'There is no page at this address.',
    next: `Check the address, or begin from your first page. If you are worried about a child, ${hub(mash)}.`,
  },
  'database-lost': {
    title: 'The record cannot be reached',
    says: 'Throughline has lost touch with its database. Nothing was saved, nothing is half saved.',
    next: `Try again in a minute. If a child is in immediate danger, ring 999; for advice ${hub(mash)}.`,
  },
  'bad-request': {
    title: 'That could not be read',
    says: 'What was sent did not come whole, or the form was open too long. Nothing was saved.',
    next: 'Go back and copy what you typed before you reload the page; then send it again.',
  },
  broken: {
    title: 'Something went wrong',
    says: 'This page failed. Nothing was saved.',
    next: 'Try again. If it happens twice, tell whoever keeps Throughline running.',
  },
});

export function troublePage(partnership: Partnership, kind: TroubleKind): string {
  const { title, says, next } = wordsOf(partnership)[kind];
  const body = (
    <>
      <p class="govuk-body">{says}</p>
      <p class="govuk-body">{next}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to your first page
        </a>
      </p>
    </>
  );
  return renderPlain(partnership, { title, body });
}
