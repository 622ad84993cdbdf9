import { dayOf, isRefusal, type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import { tidyIdentifier } from './identifier.ts';

/** What somebody searches by; what is given is all of it asked for. */
export type Search = { name: string | null; bornOn: PlainDate | null; number: string | null };

/** What was asked for in an address; undefined where nothing was asked yet. */
export function readSearch(query: URLSearchParams): Search | Refusal | undefined {
  const words = (name: string) => (query.get(name) ?? '').trim().slice(0, 200);
  const bornOn = readBirth(words('born-day'), words('born-month'), words('born-year'));
  if (isRefusal(bornOn)) return bornOn;
  const search = { name: words('name') || null, bornOn, number: tidyIdentifier(words('number')) || null };
  const asked = search.name || search.bornOn || search.number;
  if (!asked)
    return query.has('name') ? refuse('Enter a name, a date of birth, a reference or a number', 'name') : undefined;
  return search;
}

function readBirth(day: string, month: string, year: string): PlainDate | null | Refusal {
  if (day === '' && month === '' && year === '') return null;
  const whole = [day, month].every((part) => /^\d{1,2}$/.test(part)) && /^\d{4}$/.test(year);
  const found = whole ? dayOf(Number(year), Number(month), Number(day)) : undefined;
  return found ?? refuse('Enter a real day, month and year, such as 30 1 2010', 'born');
}
