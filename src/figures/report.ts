import type { Measure, Module } from '../platform/module.ts';
import { type Counted, isCount } from './figures.ts';

/** A part of a report: its figures in order, and the picture that goes beside the table. */
export type Section = {
  id: string;
  title: string;
  /** One or two sentences on what the reader is looking at. */
  says: string;
  measures: readonly string[];
  picture?: { kind: 'bars' | 'months'; caption: string; of: readonly string[] };
  /** Parts that must add up to a whole: shown, and checked each time. */
  sum?: { whole: string; parts: readonly string[] };
};

export type Report = { id: string; title: string; sections: readonly Section[] };

/** Every measure the rooms declare. Two of one id, or a share of a count nobody declares, is refused at start. */
export function measuresOf(rooms: readonly Module[]): Measure[] {
  const all = rooms.flatMap((room) => room.measures ?? []);
  const counts = new Set(all.filter(isCount).map(({ id }) => id));
  if (new Set(all.map(({ id }) => id)).size !== all.length) throw new Error('two measures share an id');
  for (const measure of all) {
    const made = measure.kind === 'share' ? [measure.share, measure.of] : measure.kind === 'rate' ? [measure.rate] : [];
    if (!made.every((id) => counts.has(id)))
      throw new Error(`${measure.id} is a ${measure.kind} of a count nobody declares`);
  }
  return all;
}

/** The measures these ids name, in their order; `closures.*` names all that begin so. */
export function pick(all: readonly Measure[], ids: readonly string[]): Measure[] {
  return ids.flatMap((wanted) => {
    const found = wanted.endsWith('*')
      ? all.filter(({ id }) => id.startsWith(wanted.slice(0, -1)))
      : all.filter(({ id }) => id === wanted);
    if (found.length === 0) throw new Error(`no room declares the measure ${wanted}`);
    return found;
  });
}

/** Where a figure opens to its definition, its period and, for those who may see children, its records. */
export function figureAddress(report: Report, id: string, { period }: Counted): string {
  return `/reports/${report.id}/figures/${id}?from=${period.from}&to=${period.to}`;
}
