import { type ChildNow, findChild } from '../../../people/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { World } from '../../../platform/web/world.ts';
import type { OpenDraft } from '../../draft.ts';
import { findDraft } from '../../drafts.db.ts';
import type { AssessmentInstrument } from '../../instrument.ts';
import { getInstrument } from '../../instruments/index.ts';

/** What every page of an assessment being written shows: the child, what is written so far, and what it asks. */
export type DraftPage = { child: ChildNow; draft: OpenDraft; instrument: AssessmentInstrument };

/** Undefined where this worker sees no such child, or has begun nothing about them. */
export async function loadDraft(tx: Tx, reference: string, world: World): Promise<DraftPage | undefined> {
  const child = await findChild(tx, reference);
  const draft = child && (await findDraft(tx, child.id, world.worker.id));
  return draft && { child, draft, instrument: getInstrument(draft.instrument) };
}

/** The parts of an assessment, each with a page of its own. */
export const partAddress = (child: Pick<ChildNow, 'reference'>, part = ''): string =>
  `/children/${child.reference}/assess${part && `/${part}`}`;

export const toAllParts = ({ child }: Pick<DraftPage, 'child'>) => ({
  to: partAddress(child),
  says: 'All parts of the assessment',
});
