import { InsetText } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';
import { sayAge, sayName } from '../../people/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Refusal } from '../../platform/kernel/index.ts';
import type { Form } from '../../platform/web/form.tsx';
import { type Done, type Page, type Params, page } from '../../platform/web/page.tsx';
import type { Answers, Questions, Raw } from '../../platform/web/questions.tsx';
import type { Back } from '../../platform/web/top.tsx';
import type { World } from '../../platform/web/world.ts';
import { type CaseStep, whyNot } from '../case.ts';
import { type CaseRecord, factsOf } from '../case-record.ts';
import { findCaseToWorkOn, holdCase } from '../cases.db.ts';

/** A case as its page has it, and why the page's step cannot be taken on it now. */
type OnCase = { record: CaseRecord; stopped: Refusal | undefined };

type Definition<Path extends string, More, Q extends Questions> = {
  path: Path;
  /** What the page does: its heading. Its title names the case too. */
  says: string;
  may: string;
  /** What is done here. Where it cannot be done now, the page says why in place of its view, and takes nothing. */
  step: CaseStep;
  /** There is something to read here all the same: the view itself says what stopped it. */
  readable?: true;
  /** Whatever the page needs beside the case. */
  load?: (tx: Tx, record: CaseRecord, params: Params<Path>, world: World) => Promise<More | undefined>;
  back?: Back;
  heading?: string | null;
  asks: Q | ((subject: OnCase & More, world: World) => Q);
  filled?: (subject: OnCase & More) => Raw;
  /** The case is held until this ends, and its step may be taken. */
  submit: (tx: Tx, subject: OnCase & More, answers: Answers<Q>, world: World) => Promise<Done | Refusal>;
  view: (subject: OnCase & More, form: Form<Q>, world: World) => VNode;
};

/** A page that does one thing on one case, for whoever works on it: whose case it is, and whether it can be done now. */
export function onCase<const Path extends `${string}/:reference${string}`, More, Q extends Questions>(
  definition: Definition<Path, More, Q>,
): Page {
  const { says, step, readable, back, heading = says, submit, filled } = definition;
  const stop = (record: CaseRecord): OnCase => ({ record, stopped: whyNot(factsOf(record), step) });
  return page<Path, OnCase & More, Q>({
    path: definition.path,
    may: definition.may,
    async load(tx, params, world) {
      const { reference } = params as unknown as { reference: string };
      const record = await findCaseToWorkOn(tx, reference, world.worker);
      const more = record && (definition.load ? await definition.load(tx, record, params, world) : ({} as More));
      return record && more && { ...stop(record), ...more };
    },
    // What is handed out under a heading of its own bears no reference, and a browser prints the title over it.
    says: ({ record }) => (heading === null ? says : `${says}: ${record.reference}`),
    about: ({ record }) => [record.childId],
    asks: definition.asks,
    ...(filled && { filled }),
    async submit(tx, shown, answers, world) {
      const held = { ...shown, ...stop(await holdCase(tx, shown.record)) };
      return held.stopped ?? submit(tx, held, answers, world);
    },
    back: ({ record }) => back ?? { to: `/cases/${record.reference}`, says: 'Back to the case' },
    ...(heading !== null && {
      caption: ({ record: { child } }: OnCase, { today }: World) => `${sayName(child)}, ${sayAge(child, today)}`,
    }),
    heading,
    instead: ({ stopped }) => (stopped && !readable ? { shows: <InsetText>{stopped.refused}</InsetText> } : undefined),
    view: definition.view,
  });
}

export const backToCase = ({ reference }: { reference: string }, did: string, says: string): Done => ({
  goTo: `/cases/${reference}`,
  did,
  says,
});
