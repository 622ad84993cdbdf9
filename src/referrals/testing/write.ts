import type { Answer, Visitor } from '../../platform/testing/visitor.ts';
import { typed } from './typed.ts';

type Sent = Readonly<Record<string, string | readonly string[]>>;

/** Posts a form as somebody types it, and says where it led. */
export async function answer(visitor: Visitor, path: string, answers: Sent = {}): Promise<string> {
  const sent = Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [name, Array.isArray(value) ? [...value] : String(value)]),
  );
  const { status, goesTo, page } = await visitor.submit(path, sent);
  if (status !== 303 || !goesTo)
    throw new Error(`${path} answered ${status}: ${page.querySelector('.govuk-error-summary, main')?.textContent}`);
  return goesTo;
}

export const startDraft = (visitor: Visitor): Promise<string> => answer(visitor, '/referrals/new');

/** Every section of a draft, with one child. `who` is the section that says who refers. */
export async function finishDraft(
  visitor: Visitor,
  draft: string,
  who: 'about-you' | 'caller' = 'about-you',
  changed: Record<string, Sent> = {},
) {
  await answer(visitor, `${draft}/children/new`, typed.knownChild);
  await answer(visitor, `${draft}/family/new`, typed.person);
  for (const section of ['danger', who, 'concern', 'who-and-where', 'telling', 'context', 'need'] as const)
    await answer(visitor, `${draft}/${section}`, changed[section] ?? typed[section]);
}

/** @returns the reference. */
export async function send(visitor: Visitor, draft: string): Promise<string> {
  const sent = await answer(visitor, `${draft}/check`, { declaration: 'declared' });
  return /^\/referrals\/(.+)\/sent$/.exec(sent)?.[1] ?? '';
}

/** What a page says, its marks taken out. */
export const words = ({ page }: Answer): string =>
  (page.querySelector('main')?.innerHTML ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
