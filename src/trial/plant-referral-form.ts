import { londonDay } from '../platform/kernel/index.ts';
import type { AgencyId } from '../platform/web/world.ts';
import {
  type Asked,
  type Author,
  type Draft,
  expiryOf,
  type Referral,
  sectionsFor,
  sourceOfAgency,
  submitReferral,
  workplaces,
} from '../referrals/index.ts';
import { getFrom, idFor, passed } from './plant-names.ts';
import { chanceFor } from './story/chance.ts';
import { AGENCIES, CAST, type Story, type StoryChild, type StoryReferral, type StorySubject } from './story/index.ts';

type Answers = Record<string, unknown>;
/** What is told of a referral outside of it: the children it is about, and who is at home with them, by key. */
export type Around = {
  children: ReadonlyMap<string, StoryChild>;
  households: ReadonlyMap<string, Story['households'][number]>;
};

export const aroundOf = ({ children, households }: Story): Around => ({
  children: new Map(children.map((child) => [child.key, child])),
  households: new Map(households.map((home) => [home.key, home])),
});

/** A referral as its form was filled in and sent, or as the MASH wrote down a call: through the form's own rules. */
export function sent(told: StoryReferral, around: Around): Referral {
  const author = authorOf(told.enteredBy);
  const asked = askedOf(told);
  const draft: Draft = {
    id: idFor('draft', told.key),
    startedAt: told.receivedAt,
    expiresOn: expiryOf(asked.today),
    asked,
    saved: filledIn(told, asked, around),
    sentAs: null,
  };
  const referral = passed(told.key, submitReferral(draft, author, told.receivedAt));
  // What was written in before it was sent is not kept in the story.
  return { ...referral, channel: told.channel, draftId: null };
}

const cast = new Map(CAST.map((member) => [member.key, member]));
const memberOf = (key: string) => getFrom(cast, key);

function authorOf(key: string): Author {
  const { name, agency } = memberOf(key);
  return {
    ...{ id: idFor('worker', key), name },
    agencyId: idFor('agency', agency) satisfies AgencyId,
    agencyName: AGENCIES[agency].name,
  };
}

export function askedOf({ receivedAt, enteredBy, channel }: StoryReferral): Asked {
  const { kind } = AGENCIES[memberOf(enteredBy).agency];
  return { today: londonDay(receivedAt), writesDown: channel !== 'online', source: sourceOfAgency(kind) };
}

/** Every section, each question answered: what the story does not tell is "no information". */
export function filledIn(told: StoryReferral, asked: Asked, { children, households }: Around): Record<string, unknown> {
  const known = told.subjects.map(({ childKey }) => children.get(childKey ?? ''));
  const home = households.get(known[0]?.householdKey ?? '');
  const entries = (key: string, all: Answers[]) =>
    all.map((answers, at) => ({ id: idFor('entry', `${told.key} ${key} ${at}`), answers }));
  const family = knowsTheFamily(told) ? (home?.adults ?? []).map(person) : [];
  const saved: Record<string, Answers> = {
    danger: danger(told),
    'about-you': aboutYou(told),
    caller: caller(told),
    concern: concern(told),
    telling: telling(told),
    context: { strengths: unlessNone(told.strengths) },
    need: { level: String(told.needLevel), reasons: WHY_LEVEL[told.needLevel], hopedFor: told.hopedFor },
  };
  return Object.fromEntries(
    sectionsFor(asked).map((section) => {
      const nothing = Object.fromEntries(Object.keys(section.asks(asked)).map((question) => [question, null]));
      const filled = (answers: Answers) => ({ ...nothing, ...answers });
      const { key } = section;
      if (key === 'children') {
        const named = told.subjects.map((subject, at) => filled(child(subject, told, known[at])));
        return [key, { entries: entries(key, named), none: false }];
      }
      if (key === 'family') return [key, { entries: entries(key, family.map(filled)), none: family.length === 0 }];
      return [key, filled(saved[key] ?? {})];
    }),
  );
}

function danger({ immediateDanger, missingNow, source }: StoryReferral): Answers {
  const doneNow = 'The police know and are acting, and somebody is staying with the child.';
  return {
    immediateDanger,
    ...(immediateDanger ? { doneNow } : {}),
    ...(missingNow
      ? { missingNow: 'yes', missingSince: missingNow }
      : { missingNow: source === '9' ? 'not_known' : 'no' }),
  };
}

function aboutYou({ source, referrer }: StoryReferral): Answers {
  return {
    job: referrer.role,
    workplace: workplaceOf(source),
    telephone: telephoneOf(referrer.name),
    relationship: referrer.relationship,
    rang: false,
  };
}

const PUBLIC: Record<string, string> = {
  '1A': 'family',
  '1B': 'acquaintance',
  '1C': 'child',
  '1D': 'other',
  '9': 'anonymous',
};

function caller({ source, referrer }: StoryReferral): Answers {
  const kind = PUBLIC[source] ?? 'professional';
  if (kind === 'anonymous') return { caller: kind };
  const { name, relationship, role, agency } = referrer;
  const atWork = kind === 'professional' ? { job: role, agency, workplace: workplaceOf(source) } : {};
  return { caller: kind, name, telephone: telephoneOf(name), relationship, ...atWork };
}

const workplaceOf = (source: string) =>
  Object.entries(workplaces).find(([, workplace]) => workplace.source === source)?.[0];

/** From the range Ofcom keeps for drama. */
function telephoneOf(name: string): string {
  return `01632 960${chanceFor(`telephone of ${name}`).between(200, 999)}`;
}

/** Schools and health services hold what a parent told them; somebody else saw a child in the street. */
const knowsTheFamily = ({ source }: StoryReferral) => /^(1A|2|3)/.test(source);
const isKnown = (name: string) => (name === 'Not known' ? null : name);

function child(subject: StorySubject, told: StoryReferral, who: StoryChild | undefined): Answers {
  const { givenName, bornOn, expectedOn, sex, school, address } = subject;
  const familyName = isKnown(subject.familyName);
  const held = knowsTheFamily(told) ? who : undefined;
  const disabilities = held?.disabilities ?? [];
  return {
    givenNames: expectedOn || !familyName ? null : givenName,
    familyName,
    alsoKnownAs: familyName ? null : givenName,
    birth: expectedOn ? 'expected' : bornOn ? 'known' : 'not_known',
    ...(bornOn ? { bornOn } : {}),
    ...(expectedOn ? { expectedOn } : {}),
    sex,
    ethnicity: held?.ethnicity ?? 'NOBT',
    firstLanguage: held?.firstLanguage ?? null,
    interpreter: held ? (held.interpreter ? 'yes' : 'no') : 'not_known',
    disabilities: disabilities.length > 0 ? disabilities : ['not_known'],
    specialNeeds: 'not_known',
    careStatus: 'not_known',
    address: address ?? null,
    school: school ?? null,
  };
}

const person = ({ name, relationship, parentalResponsibility }: Story['households'][number]['adults'][number]) => ({
  ...{ name, relationship, livesWithChild: 'yes' },
  parentalResponsibility: parentalResponsibility ? 'yes' : 'no',
});

function concern({ concern: whatHappened, suspected, source }: StoryReferral): Answers {
  const told = /^1/.test(source) || source === '9' ? 'OTHER_SAID' : 'SEEN';
  return {
    whatHappened,
    howKnown: whatHappened.includes('“') ? [told, 'CHILD_SAID'] : [told],
    harms: [suspected === 'OTHER' ? 'not_known' : 'EXPLOITATION'],
    suspected,
  };
}

function telling({ familyTold, whyNotTold, suspected }: StoryReferral): Answers {
  if (!familyTold)
    return {
      told: false,
      whyNotTold,
      agreesToReferral: 'not_asked',
      reasonWithout: WITHOUT.find(([about]) => about.test(whyNotTold ?? ''))?.[1] ?? 'RISK_TO_CHILD',
      agreesToSharing: 'not_asked',
      childKnows: false,
      childAgrees: 'not_asked',
    };
  return {
    told: true,
    whoWasTold: 'A parent or carer, by telephone before this was sent. They were worried, and glad of help.',
    agreesToReferral: 'yes',
    agreesToSharing: 'yes',
    sharing: 'The same parent or carer, by telephone, to those who know the child.',
    childKnows: suspected !== 'OTHER',
    childAgrees: suspected === 'OTHER' ? 'not_asked' : 'yes',
  };
}

const WITHOUT = [
  [/reached|No answer|not known who/, 'CANNOT_CONTACT'],
  [/Police/, 'PREJUDICE_INVESTIGATION'],
] as const;
const WHY_LEVEL = {
  1: 'Those who already know the child can help, with advice.',
  2: 'The family need more than one kind of help, and would take it.',
  3: 'What is needed is more than we can give, and it is getting worse.',
  4: 'The child is being harmed, or is likely to be, unless somebody acts.',
};
const unlessNone = (words: string) => (words === 'No information.' ? null : words);
