import { findPlainDate } from '../kernel/index.ts';

/** How one part of a key is read; undefined where it is none, for an address is typed by anybody. */
type Part = (text: string) => string | number | undefined;
type Parts = Readonly<Record<string, Part>>;
type KeyOf<P extends Parts> = { [Name in keyof P]: NonNullable<ReturnType<P[Name]>> };

const like =
  (pattern: RegExp) =>
  (text: string): string | undefined =>
    pattern.test(text) ? text : undefined;
const number =
  (pattern: RegExp) =>
  (text: string): number | undefined =>
    pattern.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;

/** What keys are made of: a day, an id of the database, a reference or code, a whole number, any number. */
export const part = {
  day: findPlainDate,
  id: like(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  word: like(/^[\w-]{1,40}$/),
  whole: number(/^-?\d{1,15}$/),
  number: number(/^-?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,3})?$/),
};

/** What a list shows at once, and the address of what comes after it, where there is more. */
type Paged<Row> = { shown: Row[]; next: string | undefined };

/**
 * A list is paged by key, never by how many rows were passed over: the address names the row after which it goes on
 * (`?after=2024-01-30~C-4F7K2MQ`), whether or not that row is still there, so that nothing is left out or shown twice when
 * rows come and go. What is no key begins the list anew. One row more than is shown says whether there are more.
 */
export function pagedBy<const P extends Parts>(parts: P, atOnce: number) {
  const names = Object.keys(parts);

  function read(query: URLSearchParams): KeyOf<P> | undefined {
    const texts = query.get('after')?.split('~') ?? [];
    const values = names.map((name, at) => parts[name]?.(texts[at] ?? ''));
    if (texts.length !== names.length || values.includes(undefined)) return undefined;
    return Object.fromEntries(names.map((name, at) => [name, values[at]])) as KeyOf<P>;
  }

  function cut<Row>(
    query: URLSearchParams,
    rows: readonly (Row | undefined)[],
    keyOf: (row: Row) => KeyOf<P>,
  ): Paged<Row> {
    const shown = rows.slice(0, atOnce).filter((row) => row !== undefined);
    const last = shown.at(-1);
    if (rows.length <= atOnce || last === undefined) return { shown, next: undefined };
    const key = keyOf(last);
    const asked = new URLSearchParams(query);
    asked.delete('after');
    asked.append('after', names.map((name) => key[name]).join('~'));
    return { shown, next: `?${asked}`.replaceAll('%7E', '~') };
  }

  return {
    /** Rows the database orders and cuts. One that turns out to be nothing to show is undefined: it still counts. */
    async ask<Row>(
      query: URLSearchParams,
      list: (after: KeyOf<P> | undefined, atMost: number) => Promise<readonly (Row | undefined)[]>,
      keyOf: (row: Row) => KeyOf<P>,
    ): Promise<Paged<Row>> {
      return cut(query, await list(read(query), atOnce + 1), keyOf);
    },

    /** Rows all at hand, in the order of their keys. */
    take<Row>(
      query: URLSearchParams,
      rows: readonly Row[],
      keyOf: (row: Row) => KeyOf<P>,
      compare: (a: KeyOf<P>, b: KeyOf<P>) => number,
    ): Paged<Row> {
      const after = read(query);
      const left = after ? rows.filter((row) => compare(keyOf(row), after) > 0) : rows;
      return cut(
        query,
        left.toSorted((a, b) => compare(keyOf(a), keyOf(b))),
        keyOf,
      );
    },
  };
}
