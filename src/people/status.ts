import { type PlainDate, sayDay } from '../platform/kernel/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import { needs } from './codes.ts';

/**
 * Statuses others hold a child under. An education, health and care plan and support for special educational needs are
 * two things: counted and shown apart.
 */
export const statusKinds = {
  CIN: 'Child in need (CIN)',
  CP: 'Child protection (CP) plan',
  LAC: 'Looked after child (LAC)',
  EHCP: 'Education, health and care plan (EHCP)',
  SEN_SUPPORT: 'Special educational needs (SEN) support',
} as const;
export type StatusKind = keyof typeof statusKinds;

export const protectionCategories = {
  NEG: 'Neglect',
  PHY: 'Physical abuse',
  SAB: 'Sexual abuse',
  EMO: 'Emotional abuse',
  MUL: 'More than one category',
} as const;

export const legalStatuses = {
  C1: 'Interim care order',
  C2: 'Full care order',
  D1: 'Freeing order',
  E1: 'Placement order',
  V2: 'Section 20 agreement',
  V3: 'Short breaks',
  V4: 'Short breaks',
  L1: 'Police protection',
  L2: 'Emergency protection order',
  L3: 'Child assessment order',
  J1: 'Remanded to local authority accommodation or youth detention',
  J2: 'Detained under the Police and Criminal Evidence Act',
  J3: 'Youth rehabilitation order with residence',
} as const;

const categories: Record<string, string> = { ...protectionCategories, ...needs.codes };
const orders: Record<string, string> = legalStatuses;

/** In force from `since` up to, and not on, `endedOn`. */
export type Status = {
  id: string;
  childId: ChildId;
  kind: StatusKind;
  since: PlainDate;
  endedOn: PlainDate | null;
  category: string | null;
  legalStatus: string | null;
};

export function isInForce(status: Pick<Status, 'since' | 'endedOn'>, today: PlainDate): boolean {
  return status.since <= today && (status.endedOn === null || status.endedOn > today);
}

/** What the status adds to its kind: a plan's category, a child's special need, the legal status of one looked after. */
export function sayStatusMore({ category, legalStatus }: Pick<Status, 'category' | 'legalStatus'>): string | undefined {
  if (category) return categories[category] ?? category;
  if (legalStatus) return orders[legalStatus] ?? legalStatus;
  return undefined;
}

export function sayStatusDates({ since, endedOn }: Pick<Status, 'since' | 'endedOn'>): string {
  return endedOn ? `${sayDay(since)} to ${sayDay(endedOn)}` : `since ${sayDay(since)}`;
}
