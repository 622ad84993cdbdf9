import type { Measure } from '../../platform/module.ts';
import type { UnitKind } from './comparator.ts';

/** What can be compared: a published series, and where there is one the measure of our own records that answers it. */
export type Series = {
  id: string;
  label: string;
  unit: UnitKind;
  definition: string;
  over: 'period' | 'as-at';
  more?: 'better' | 'worse';
  /** For a share: the whole it is a share of. */
  whole?: string;
  ours?: Measure;
  /** Where ours is not quite the same thing: one sentence. */
  differs?: string;
};

/** `near`: the id of a measure of ours that is near it, and not the same. */
type Published = Omit<Series, 'ours'> & { near?: string };

const count = (id: string, label: string, definition: string, over: Series['over']): Published => ({
  ...{ id, label, definition, over, unit: 'count' },
});
const rate = (id: string, label: string, definition: string, over: Series['over']): Published => ({
  ...{ id, label, over, unit: 'rate' },
  definition: `${definition}, for every 10,000 children aged 0 to 17.`,
});
const share = (
  id: string,
  label: string,
  whole: string,
  over: Series['over'],
  more?: 'better' | 'worse',
): Published => ({
  ...{ id, label, over, unit: 'share', whole, ...(more && { more }) },
  definition: `${label}, as a share of ${whole}.`,
});

const EPISODES = 'assessments of children in need that ended in the year with a factor recorded';
const factor = (id: string, what: string): Published[] => [
  count(
    `factors.${id}`,
    `Assessments with ${what} as a factor`,
    `Assessments by social workers that ended in the year and named ${what} as a factor. Another instrument than the exploitation risk assessment: the two are never reconciled.`,
    'period',
  ),
  share(`factors.${id}-share`, `Assessments with ${what} as a factor`, EPISODES, 'period'),
];

const from = (whom: string, label: string): Published => ({
  ...share(`social-care.from-${whom}`, label, 'referrals in the year', 'period'),
  near: `referrals.from-${whom}-share`,
  differs:
    'Our records hold the referrals made here, most of them about exploitation; the published figures are of all referrals to children’s social care.',
});

/** Published series. Recognition is neither better nor worse. */
const PUBLISHED: readonly Published[] = [
  count('population.0-17', 'Children in the area', 'Children aged 0 to 17, estimated at mid-year.', 'as-at'),
  share(
    'protection.again-share',
    'Second or later plans',
    'child protection plans begun in the year',
    'period',
    'worse',
  ),
  count('in-need.episodes', 'Children in need', 'Spells of need open on 31 March, whatever the need.', 'as-at'),
  rate('in-need.rate', 'Children in need, as a rate', 'Spells of need open on 31 March', 'as-at'),
  count('looked-after.children', 'Looked-after children', 'Children looked after on 31 March.', 'as-at'),
  rate('looked-after.rate', 'Looked-after children, as a rate', 'Children looked after on 31 March', 'as-at'),
  count(
    'social-care.referrals',
    'Referrals to social care',
    'Referrals to children’s social care in the year.',
    'period',
  ),
  share('social-care.again-share', 'Referred again within 12 months', 'referrals in the year', 'period'),
  from('schools', 'Referrals from schools'),
  from('police', 'Referrals from the police'),
  from('health', 'Referrals from health services'),
  rate('enquiries.rate', 'Section 47 enquiries, as a rate', 'Enquiries begun in the year', 'period'),
  share('assessments.in-time', 'Assessed within 45 working days', 'assessments in the year', 'period', 'better'),
  share(
    'conferences.in-time',
    'Initial conferences within 15 working days',
    'initial child protection conferences in the year',
    'period',
    'better',
  ),
  ...factor('cse', 'child sexual exploitation'),
  ...factor('cce', 'child criminal exploitation'),
  ...factor('neglect', 'neglect'),
];

/** Series whose definition, unit and polarity are those of a measure a room declares. */
const OURS: Readonly<Record<string, { unit: UnitKind; whole?: string }>> = {
  'protection.plans': { unit: 'count' },
  'protection.plans-rate': { unit: 'rate' },
  'protection.neglect': { unit: 'count' },
  'protection.neglect-share': { unit: 'share', whole: 'children on a child protection plan on the day' },
  'protection.neglect-rate': { unit: 'rate' },
};

/** Each series a file of comparators may name, with its kind of unit and whether it is as at a day. */
export const seriesNamed: ReadonlyMap<string, Pick<Series, 'unit' | 'over'>> = new Map<
  string,
  Pick<Series, 'unit' | 'over'>
>([
  ...Object.entries(OURS).map(([id, { unit }]) => [id, { unit, over: 'as-at' }] as const),
  ...PUBLISHED.map(({ id, unit, over }) => [id, { unit, over }] as const),
]);

export function findSeries(id: string, all: readonly Measure[]): Series {
  const declared = (wanted: string | undefined) => all.find((one) => one.id === wanted);
  const published = PUBLISHED.find((one) => one.id === id);
  if (published) {
    const { near, ...series } = published;
    const ours = declared(near);
    if (near && !ours) throw new Error(`no room declares ${near}`);
    return ours ? { ...series, ours } : series;
  }
  const [measure, own] = [declared(id), OURS[id]];
  if (!measure || !own) throw new Error(`no room declares ${id}, and it is no published series`);
  const { label, definition, over, more } = measure;
  return { id, label, definition, over, ...own, ...(more && { more }), ours: measure };
}
