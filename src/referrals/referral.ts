import { type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import type { AgencyId, WorkerId } from '../platform/web/world.ts';
import type { SourceCode } from './codes.ts';
import {
  type AnsweredSection,
  type Draft,
  type DraftId,
  findAnswers,
  findEntries,
  sayDraft,
  whatIsMissing,
  whyClosed,
} from './draft.ts';
import type { Suspected } from './sections/concern.ts';
import * as form from './sections/index.ts';
import { callers, workplaces } from './source.ts';

/** A concern about one or more children, as somebody sent it. It never changes; what is done about it stands beside it. */
export type Referral = {
  receivedAt: Date;
  channel: 'online' | 'phone' | 'police_notice' | 'email';
  /** The source as the children in need census codes it. */
  source: SourceCode;
  authorId: WorkerId;
  agencyId: AgencyId | null;
  referrer: Referrer;
  concern: string;
  suspected: Suspected;
  needLevel: 1 | 2 | 3 | 4;
  immediateDanger: boolean;
  missingNow: 'yes' | 'no' | 'not_known' | null;
  familyTold: boolean;
  whyNotTold: string | null;
  subjects: Subject[];
  formVersion: string | null;
  answers: AnsweredSection[];
  draftId: DraftId | null;
};

/** Nobody at all where they want to stay anonymous. */
export type Referrer = {
  wantsAnonymity: boolean;
  name: string | null;
  role: string | null;
  agency: string | null;
  relationship: string | null;
};

/** A child as the referrer knew them: who was meant, not yet who it is. */
export type Subject = {
  givenNames: string | null;
  familyName: string | null;
  alsoKnownAs: string | null;
  bornOn: PlainDate | null;
  expectedOn: PlainDate | null;
  sex: 'F' | 'M' | 'U';
  ethnicity: string | null;
  address: string | null;
  school: string | null;
  nhsNumber: string | null;
  upn: string | null;
  laChildId: string | null;
};

const declared: AnsweredSection = {
  key: 'declaration',
  title: 'Declaration',
  said: [{ ask: 'Declared', answer: form.DECLARATION }],
  answers: null,
};
const levels = { '1': 1, '2': 2, '3': 3, '4': 4 } as const;

/** Whoever is at the keyboard. */
export type Author = { id: WorkerId; name: string; agencyId: AgencyId; agencyName: string };

/** The referral a finished draft becomes, or what stands in its way. */
export function submitReferral(draft: Draft, author: Author, now: Date): Referral | Refusal {
  const closed = whyClosed(draft);
  if (closed) return closed;
  const answered = readForm(draft);
  if (!answered)
    return refuse(
      `Finish ${whatIsMissing(draft)
        .map(({ title }) => `“${title}”`)
        .join(', ')} first`,
    );
  const { danger, concern, telling, need, children } = answered;
  return {
    receivedAt: now,
    channel: draft.asked.writesDown ? 'phone' : 'online',
    ...whoReferred(answered, draft, author),
    authorId: author.id,
    concern: concern.whatHappened,
    suspected: concern.suspected,
    needLevel: levels[need.level],
    immediateDanger: danger.immediateDanger,
    missingNow: danger.missingNow,
    familyTold: telling.told,
    whyNotTold: telling.whyNotTold ?? null,
    subjects: children.map(toSubject),
    formVersion: form.FORM_VERSION,
    answers: [...sayDraft(draft), declared],
    draftId: draft.id,
  };
}

type Form = NonNullable<ReturnType<typeof readForm>>;

function readForm(draft: Draft) {
  const children = findEntries(form.child, draft).flatMap(({ answers }) => answers ?? []);
  const danger = findAnswers(form.danger, draft);
  const concern = findAnswers(form.concern, draft);
  const telling = findAnswers(form.telling, draft);
  const need = findAnswers(form.need, draft);
  if (!danger || !concern || !telling || !need || whatIsMissing(draft).length > 0) return undefined;
  const aboutYou = findAnswers(form.aboutYou, draft);
  const caller = findAnswers(form.caller, draft);
  return { aboutYou, caller, children, danger, concern, telling, need };
}

/** The member of staff who sent it, or whoever rang: only as much as they are content to have written down. */
function whoReferred(
  { aboutYou, caller }: Form,
  { asked }: Draft,
  author: Author,
): Pick<Referral, 'source' | 'agencyId' | 'referrer'> {
  if (asked.writesDown && caller)
    return {
      source: caller.workplace ? workplaces[caller.workplace].source : (callers[caller.caller].source ?? '10'),
      agencyId: null,
      referrer: {
        wantsAnonymity: caller.caller === 'anonymous',
        name: caller.name ?? null,
        role: caller.job ?? null,
        agency: caller.agency ?? null,
        relationship: caller.relationship ?? null,
      },
    };
  return {
    source: asked.source ?? (aboutYou?.workplace ? workplaces[aboutYou.workplace].source : '10'),
    agencyId: author.agencyId,
    referrer: {
      wantsAnonymity: false,
      name: author.name,
      role: aboutYou?.job ?? null,
      agency: author.agencyName,
      relationship: aboutYou?.relationship ?? null,
    },
  };
}

function toSubject(child: Form['children'][number]): Subject {
  return {
    givenNames: child.givenNames,
    familyName: child.familyName,
    alsoKnownAs: child.alsoKnownAs,
    bornOn: child.bornOn ?? null,
    expectedOn: child.expectedOn ?? null,
    sex: child.sex,
    ethnicity: child.ethnicity,
    address: child.address,
    school: child.school,
    nhsNumber: child.nhsNumber,
    upn: child.upn,
    laChildId: child.laChildId,
  };
}
