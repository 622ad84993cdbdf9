import type { Tx } from '../platform/db/index.ts';
import type { CompletedAssessment } from './completed.db.ts';
import { type Begun, beginDraft, saveOwnJudgement, saveSection } from './drafts.db.ts';
import { getInstrument } from './instruments/index.ts';

/**
 * A draft with all that was said in an assessment returned to its author, their first judgement among it: they have seen
 * the suggestion, so that a new "own" judgement would not be one. A change of mind is said as one.
 */
export async function beginAgain(
  tx: Tx,
  returned: CompletedAssessment,
  begun: Omit<Begun, 'instrument' | 'kind'>,
): Promise<void> {
  const { kind, instrument, answers, voice, parentView, suggestion, analysis, judgement } = returned;
  const draft = await beginDraft(tx, { ...begun, kind, instrument });
  for (const { code, indicators } of getInstrument(instrument).domains) {
    const inDomain = answers.filter(({ indicator }) => indicators.some((each) => each.code === indicator));
    if (inDomain.length === 0) continue;
    await saveSection(tx, draft, `domain-${code}`, { answers: inDomain, nothingOnTheRest: false }, begun.at);
  }
  const { protective, push, pull, context: words } = returned;
  await saveSection(tx, draft, 'context', { protective, push, pull, words }, begun.at);
  if (voice) await saveSection(tx, draft, 'voice', { voice, parentView }, begun.at);
  if (!suggestion) return;
  await saveOwnJudgement(tx, draft, { ...(returned.firstJudgement ?? judgement), analysis: analysis ?? '' }, begun.at);
  await saveSection(tx, draft, 'suggestion', suggestion, begun.at);
  const changed = returned.firstJudgement ? { ...judgement, because: returned.changedBecause ?? '' } : undefined;
  const differsBecause = returned.differsBecause ?? undefined;
  await saveSection(tx, draft, 'afterwards', { changed, differsBecause, adds: undefined }, begun.at);
}
