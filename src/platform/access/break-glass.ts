import { addWorkingDays, londonDay, type PlainDate } from '../kernel/index.ts';

/** Somebody else reviews why within two working days. */
export function reviewDue(openedAt: Date): PlainDate {
  return addWorkingDays(londonDay(openedAt), 2);
}

export function isReviewLate({ openedAt, now }: { openedAt: Date; now: Date }): boolean {
  return londonDay(now) > reviewDue(openedAt);
}
