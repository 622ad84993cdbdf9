import type { Attribute, Count, Countable, Measure } from '../platform/module.ts';
import { quarter } from '../platform/quarter.ts';
import { judged, type Mode, modeWords, neverJudged } from '../risk/index.ts';
import { type ClosingReason, closingReasons, isSuccess } from './closing.ts';

const closures = (id: string, label: string, definition: string, where?: string): Measure & Count => ({
  id,
  label,
  unit: 'cases',
  over: 'period',
  definition,
  exclusions: 'Closures proposed and not yet agreed by a second person.',
  owner: 'evolve_manager',
  kind: 'count',
  from: 'case_closed',
  counts: 'rows',
  on: 'closed_on',
  ...(where && { where }),
});

const otherReasons = (Object.keys(closingReasons) as ClosingReason[]).filter((reason) => !isSuccess(reason));
const reasonWords = { ...closingReasons, DIED: 'Died' };

// A child has at most one open case (a unique key), so cases open are children.
const caseload = (id: string, label: string, definition: string, where?: string): Measure & Count => ({
  id,
  label,
  unit: 'children',
  over: 'as-at',
  definition: `${definition} Children open to Evolve on the last day of the period, by the latest authorised assessment of this spell completed by then.`,
  exclusions: 'Cases closed on or before that day.',
  owner: 'evolve_manager',
  kind: 'count',
  from: 'caseload',
  counts: 'rows',
  needs: 'assessments.see',
  ...(where && { where }),
});

// Open, under 18, latest authorised level LOW, MEDIUM or HIGH. "Not recorded" is not "no".
const AT_RISK = `under_18 and level in ('LOW', 'MEDIUM', 'HIGH')`;
const atRisk = (id: string, label: string, where?: string): Measure => ({
  ...caseload(
    id,
    label,
    `${label}: of the children at risk of exploitation (under 18, latest level low, medium or high).`,
    where ? `${AT_RISK} and ${where}` : AT_RISK,
  ),
  exclusions:
    'Children aged 18 or over, not yet assessed, or with no risk identified. A status that is not recorded is not counted as present; it is not the same as none.',
});
const shareAtRisk = (id: string, label: string, share: string): Measure => ({
  id,
  label,
  unit: 'percent',
  over: 'as-at',
  definition: `${label}, as a share of the children at risk of exploitation on the last day of the period.`,
  exclusions: 'As for the two counts behind it.',
  owner: 'evolve_manager',
  kind: 'share',
  share,
  of: 'at-risk.children',
});

export const measures: readonly Measure[] = [
  closures('closures.all', 'Cases closed', 'All cases closed in the period, whatever the reason.'),
  closures(
    'closures.risk-reduced',
    'Closed as risk reduced',
    'Cases closed in the period because the authorised level had fallen to low, or no risk was identified. The only closures counted as success.',
    `reason in ('RISK_REDUCED_LOW', 'NO_RISK')`,
  ),
  closures(
    'closures.low',
    'Closed at low',
    'Cases closed in the period with an authorised level of low.',
    `reason = 'RISK_REDUCED_LOW'`,
  ),
  closures(
    'closures.no-risk-identified',
    'Closed with no risk identified',
    'Cases closed in the period with no risk identified.',
    `reason = 'NO_RISK'`,
  ),
  ...otherReasons.map((reason) =>
    closures(
      `closures.${reason.toLowerCase().replaceAll('_', '-')}`,
      reasonWords[reason],
      `Cases closed in the period for this reason: ${reasonWords[reason].toLowerCase()}. Never counted as success; the child keeps the true level.`,
      `reason = '${reason}'`,
    ),
  ),
  caseload('caseload.open', 'Children open to Evolve', 'All of them.'),
  caseload(
    'caseload.cce-only',
    'Criminal exploitation only',
    'Latest type criminal exploitation (CCE) and not sexual.',
    `type = 'CCE'`,
  ),
  caseload(
    'caseload.any-cce',
    'Any criminal exploitation',
    'Latest type criminal exploitation, alone or with sexual exploitation.',
    `type in ('CCE', 'BOTH')`,
  ),
  caseload(
    'caseload.cse-only',
    'Sexual exploitation only',
    'Latest type sexual exploitation (CSE) and not criminal.',
    `type = 'CSE'`,
  ),
  caseload('caseload.both', 'Both', 'Latest type both criminal and sexual exploitation.', `type = 'BOTH'`),
  caseload(
    'caseload.no-risk-identified',
    'No risk identified',
    'Latest assessment identified no risk; the case is not closed yet.',
    `type = 'NO_RISK'`,
  ),
  caseload(
    'caseload.not-yet-assessed',
    'Not yet assessed',
    'No authorised assessment in this spell yet.',
    'type is null',
  ),
  {
    ...caseload(
      'reviews.overdue',
      'Formal reviews overdue',
      'Children whose latest authorised assessment was completed more than 84 calendar days (twelve weeks) before that day.',
      'review_overdue',
    ),
    exclusions: 'Cases closed by then, and children not assessed yet in this spell.',
  },
  ...(Object.keys(modeWords) as Mode[]).map((mode) =>
    caseload(
      `caseload.mode.${mode.replaceAll('_', '-')}`,
      modeWords[mode],
      `How exploitation is carried out, several at once: ${modeWords[mode].toLowerCase()}.`,
      `modes @> '{${mode}}'`,
    ),
  ),
  atRisk('at-risk.children', 'Children at risk of exploitation'),
  atRisk('at-risk.looked-after', 'Looked after', 'looked_after'),
  atRisk('at-risk.ehcp', 'Education, health and care plan', 'ehcp'),
  atRisk('at-risk.sen-support', 'Special educational needs support', 'sen_support'),
  atRisk('at-risk.send', 'Special educational needs and disabilities (SEND), either', '(ehcp or sen_support)'),
  atRisk('at-risk.looked-after-and-send', 'Looked after and SEND', 'looked_after and (ehcp or sen_support)'),
  atRisk('at-risk.protection-plan', 'On a child protection plan', 'protection_plan'),
  atRisk('at-risk.in-need', 'Child in need', 'in_need'),
  shareAtRisk('at-risk.looked-after-share', 'Share looked after', 'at-risk.looked-after'),
  shareAtRisk('at-risk.send-share', 'Share with SEND', 'at-risk.send'),
  shareAtRisk(
    'at-risk.looked-after-and-send-share',
    'Share looked after and with SEND',
    'at-risk.looked-after-and-send',
  ),
];

const latest = (attribute: Attribute): Attribute => ({
  ...attribute,
  values: { ...attribute.values, not_recorded: 'Not yet assessed' },
});
const ofMode = (mode: Mode): Attribute => ({
  label: modeWords[mode],
  is: `case when modes @> '{${mode}}' then 'yes' else 'no' end`,
  values: { yes: modeWords[mode], no: `Not: ${modeWords[mode].toLowerCase()}` },
  lasts: false,
});
const { type, level } = judged(false);
const [aType, aLevel] = [Object.keys(type.values), Object.keys(level.values)];
const modes = Object.keys(modeWords) as Mode[];
const openCases = {
  unit: 'children',
  owner: 'evolve_manager',
  over: 'as-at',
  from: 'caseload',
} as const;

export const countables: readonly Countable[] = [
  {
    kind: 'closures',
    label: 'Cases closed',
    unit: 'cases',
    definition:
      'Cases closed in the period, by reason. Only risk reduced to low and no risk identified count as success.',
    exclusions: 'Closures proposed and not yet agreed by a second person.',
    owner: 'evolve_manager',
    over: 'period',
    from: 'case_closed',
    attributes: {
      reason: { label: 'Reason for closing', is: 'reason', values: closingReasons, lasts: true },
      quarter: quarter('closed_on'),
    },
    never: [{ reason: ['TURNED_18_ADULT_PATHWAY'], age: ['under_13', '13_to_15', '16_to_17'] }],
  },
  {
    ...openCases,
    kind: 'caseload',
    label: 'Children open to Evolve',
    definition:
      'Children open to Evolve on the last day of the period, by the latest authorised assessment of this spell completed by then.',
    exclusions: 'Cases closed on or before that day.',
    attributes: {
      type: latest(type),
      level: latest(level),
      review: {
        label: 'Formal review',
        is: `case when type is not null then case when review_overdue then 'overdue' else 'not_overdue' end end`,
        values: {
          overdue: 'Overdue: more than twelve weeks since the latest assessment',
          not_overdue: 'Not overdue',
          not_recorded: 'Not yet assessed',
        },
        lasts: false,
      },
      ...Object.fromEntries(modes.map((mode) => [`mode_${mode}`, ofMode(mode)])),
    },
    several: { mode: { label: 'How exploitation is carried out', of: modes.map((mode) => `mode_${mode}`) } },
    never: [
      ...neverJudged,
      { type: ['not_recorded'], level: aLevel },
      { type: aType, level: ['not_recorded'] },
      { type: ['not_recorded'], review: ['overdue', 'not_overdue'] },
      { type: aType, review: ['not_recorded'] },
      ...modes.map((mode) => ({ type: ['NO_RISK', 'not_recorded'], [`mode_${mode}`]: ['yes'] })),
    ],
  },
  {
    ...openCases,
    kind: 'at-risk',
    label: 'Children at risk of exploitation',
    definition:
      'Children open to Evolve on the last day of the period, under 18, whose latest authorised level is low, medium or high.',
    exclusions:
      'Children aged 18 or over, not yet assessed, or with no risk identified. Not recorded is not the same as none.',
    within: {
      kind: 'caseload',
      answers: {
        type: ['CCE', 'CSE', 'BOTH'],
        level: ['LOW', 'MEDIUM', 'HIGH'],
        age: ['under_13', '13_to_15', '16_to_17'],
      },
    },
    population: { measure: 'population.0-17', says: 'children aged 0 to 17' },
    attributes: { type, level },
  },
  {
    kind: 'children-assessed',
    label: 'Children assessed',
    unit: 'children',
    definition:
      'Distinct children behind the risk assessments completed in the period, by their first authorised level in this spell with Evolve and their latest in the period.',
    exclusions: 'Drafts, and assessments that no manager has authorised.',
    owner: 'evolve_manager',
    over: 'period',
    from: 'child_assessed',
    attributes: {
      entered: { ...level, label: 'Level on entering', is: 'entry_level' },
      latest: { ...level, label: 'Latest level', is: 'latest_level' },
    },
  },
];
