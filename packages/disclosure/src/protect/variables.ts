import type { Alike } from '../joined.ts';
import { attributesIn, holds, type Where } from '../where.ts';

/** What the protector solves over: counts of records that are alike, and the sums that make up cells. */
export type Variables = {
  /** Records behind each variable, as they truly are. */
  true: Int32Array;
  /** Of each condition, the variables it sums. */
  sums: Int32Array[];
  /** Of somebody with these attributes, the conditions they meet. */
  met: (attributes: Readonly<Record<string, string>>) => number[];
  /** Two sums of variables that count the same records. */
  ties: { left: Int32Array; right: Int32Array }[];
};

const MOST_VARIABLES = 200_000;

/** Says why a publication is too wide to be worked out; a refusal, never a pass. */
class TooWide extends Error {}

/**
 * Not every combination of all attributes: only of those some table crosses, tied where they overlap. Over a chordal
 * graph of attributes such pieces fit together into a whole table exactly when they agree on what they share, in whole
 * numbers too (Lauritzen, Graphical Models, 1996, 4.4), so nothing is lost.
 */
export function variablesOf(
  attributes: Readonly<Record<string, readonly string[]>>,
  records: readonly Alike[],
  wheres: readonly Where[],
): Variables {
  const classes = classesOf(attributes, wheres);
  const scopes = wheres.map((where) => attributesIn(where).sort());
  const tree = treeOf(piecesOf(scopes));
  const blocks = tree.map(({ piece }) => new Block(piece, classes));
  const home = scopes.map((scope) => tree.findIndex(({ piece }) => scope.every((name) => piece.includes(name))));
  wheres.forEach((where, at) => {
    blocks[home[at] ?? 0]?.claim(at, where, scopes[at] ?? []);
  });
  tree.forEach(({ parent, shared }, at) => {
    if (parent === undefined) return;
    blocks[at]?.tie(`t${at}`, shared);
    blocks[parent]?.tie(`t${at}`, shared);
  });
  return gather(blocks, records, wheres.length);
}

type Classes = Map<string, { index: Map<string, number>; examples: string[] }>;

/** Values that no condition tells apart are one. */
function classesOf(attributes: Readonly<Record<string, readonly string[]>>, wheres: readonly Where[]): Classes {
  const marks = new Map<string, Map<string, string>>();
  const literals = new Map<string, Extract<Where, { attribute: string }>>();
  const visit = (where: Where): void => {
    if ('attribute' in where) literals.set(`${where.attribute}\0${where.in.join('\0')}`, where);
    else for (const part of 'all' in where ? where.all : 'any' in where ? where.any : [where.not]) visit(part);
  };
  wheres.forEach(visit);
  [...literals.values()].forEach(({ attribute, in: values }, at) => {
    const marked = marks.get(attribute) ?? new Map<string, string>();
    for (const value of new Set(values)) marked.set(value, `${marked.get(value) ?? ''} ${at}`);
    marks.set(attribute, marked);
  });
  return new Map(
    [...marks].map(([name, marked]) => {
      const seen = new Map<string, number>();
      const index = new Map<string, number>();
      const examples: string[] = [];
      for (const value of attributes[name] ?? []) {
        const mark = marked.get(value) ?? '';
        if (!seen.has(mark)) seen.set(mark, examples.push(value) - 1);
        index.set(value, seen.get(mark) ?? 0);
      }
      return [name, { index, examples }];
    }),
  );
}

/** Cliques of the graph that joins attributes met in one condition, made chordal by taking out the cheapest first. */
function piecesOf(scopes: readonly string[][]): string[][] {
  const near = new Map<string, Set<string>>();
  for (const scope of scopes)
    for (const name of scope) near.set(name, new Set([...(near.get(name) ?? []), ...scope].filter((n) => n !== name)));
  const pieces: string[][] = [];
  while (near.size > 0) {
    const [name] = [...near.keys()].toSorted((a, b) => fill(near, a) - fill(near, b) || (a < b ? -1 : 1));
    if (name === undefined) break;
    const around = [...(near.get(name) ?? [])];
    const piece = [name, ...around].sort();
    if (!pieces.some((larger) => piece.every((one) => larger.includes(one)))) pieces.push(piece);
    for (const one of around) {
      const set = near.get(one);
      for (const other of around) if (other !== one) set?.add(other);
      set?.delete(name);
    }
    near.delete(name);
  }
  return pieces.length > 0 ? pieces : [[]];
}

function fill(near: ReadonlyMap<string, Set<string>>, name: string): number {
  const around = [...(near.get(name) ?? [])];
  return around.reduce((sum, one) => sum + around.filter((two) => two < one && !near.get(one)?.has(two)).length, 0);
}

type Hung = { piece: string[]; parent: number | undefined; shared: string[] };

/** Each piece hangs on an earlier one with which it shares most. */
function treeOf(pieces: readonly string[][]): Hung[] {
  const tree: Hung[] = [];
  const left = [...pieces];
  while (left.length > 0) {
    let best = { at: 0, parent: undefined as number | undefined, shared: [] as string[] };
    left.forEach((piece, at) => {
      tree.forEach((hung, parent) => {
        const shared = piece.filter((name) => hung.piece.includes(name));
        if (best.parent === undefined || shared.length > best.shared.length) best = { at, parent, shared };
      });
    });
    const [piece = []] = left.splice(best.at, 1);
    tree.push({ piece, parent: best.parent, shared: best.shared });
  }
  return tree;
}

/** One piece: every combination of its attributes' classes, each marked with the sums it belongs to. */
class Block {
  readonly marks: (string | number)[][];
  readonly #names: readonly string[];
  readonly #classes: Classes;
  readonly #strides: number[] = [];

  constructor(names: readonly string[], classes: Classes) {
    this.#names = names;
    this.#classes = classes;
    let size = 1;
    for (const name of names) {
      this.#strides.push(size);
      size *= this.#wide(name);
    }
    if (size > MOST_VARIABLES) throw new TooWide(`The tables cross ${names.join(', ')}: more than can be worked out.`);
    this.marks = Array.from({ length: size }, () => []);
  }

  claim(at: number, where: Where, scope: readonly string[]): void {
    const choices =
      'attribute' in where
        ? [...new Set(where.in.map((value) => this.#classes.get(where.attribute)?.index.get(value)))].map((c) => [
            c ?? 0,
          ])
        : this.#combinations(scope).filter((chosen) => holds(where, this.#exemplify(scope, chosen)));
    for (const chosen of choices) this.#mark(scope, chosen, at);
  }

  tie(label: string, shared: readonly string[]): void {
    for (const chosen of this.#combinations(shared)) this.#mark(shared, chosen, `${label}:${chosen.join(',')}`);
  }

  place(record: Readonly<Record<string, string>>): number {
    return this.#names.reduce((sum, name, at) => {
      const value = this.#classes.get(name)?.index.get(record[name] ?? '') ?? 0;
      return sum + value * (this.#strides[at] ?? 0);
    }, 0);
  }

  #wide(name: string): number {
    return this.#classes.get(name)?.examples.length ?? 1;
  }

  #combinations(names: readonly string[]): number[][] {
    return names.reduce<number[][]>(
      (all, name) => all.flatMap((one) => Array.from({ length: this.#wide(name) }, (_, at) => [...one, at])),
      [[]],
    );
  }

  #exemplify(scope: readonly string[], chosen: readonly number[]): Record<string, string> {
    return Object.fromEntries(
      scope.map((name, at) => [name, this.#classes.get(name)?.examples[chosen[at] ?? 0] ?? '']),
    );
  }

  #mark(scope: readonly string[], chosen: readonly number[], mark: string | number): void {
    const base = scope.reduce((sum, name, at) => {
      return sum + (chosen[at] ?? 0) * (this.#strides[this.#names.indexOf(name)] ?? 0);
    }, 0);
    const free = this.#names.filter((name) => !scope.includes(name));
    let places = [base];
    for (const name of free) {
      const stride = this.#strides[this.#names.indexOf(name)] ?? 0;
      places = Array.from({ length: this.#wide(name) }, (_, at) => places.map((p) => p + at * stride)).flat();
    }
    for (const place of places) this.marks[place]?.push(mark);
  }
}

/** Combinations with the same marks are one variable; those with none count for nothing. */
function gather(blocks: readonly Block[], records: readonly Alike[], count: number): Variables {
  const counts: number[] = [];
  const sums = Array.from({ length: count }, (): number[] => []);
  const ties = new Map<string, [number[], number[]]>();
  blocks.forEach((block, which) => {
    const variable = new Map<string, number>();
    const at = block.marks.map((marks) => {
      if (marks.length === 0) return -1;
      const signature = marks.join(' ');
      const known = variable.get(signature);
      if (known !== undefined) return known;
      const made = counts.push(0) - 1;
      variable.set(signature, made);
      for (const mark of marks) {
        if (typeof mark === 'number') sums[mark]?.push(made);
        else {
          const tie = ties.get(mark) ?? [[], []];
          tie[mark.startsWith(`t${which}:`) ? 0 : 1].push(made);
          ties.set(mark, tie);
        }
      }
      return made;
    });
    for (const record of records) {
      const place = at[block.place(record.attributes)] ?? -1;
      if (place >= 0) counts[place] = (counts[place] ?? 0) + record.times;
    }
  });
  return {
    true: Int32Array.from(counts),
    met: (attributes) =>
      blocks.flatMap((block) =>
        (block.marks[block.place(attributes)] ?? []).filter((mark) => typeof mark === 'number'),
      ),
    sums: sums.map((sum) => Int32Array.from(sum)),
    ties: [...ties.values()].map(([left, right]) => ({ left: Int32Array.from(left), right: Int32Array.from(right) })),
  };
}
