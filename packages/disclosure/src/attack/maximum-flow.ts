import type { Reduced } from './reduced.ts';
import { type Interval, NotSolved } from './seen.ts';
import type { Row } from './world.ts';

/**
 * A two-way table is a network: each unknown count is an arc from its row to its column, and a population a reader could
 * believe in is a flow. How far one count can go is then a maximum flow (Dinic), in whole numbers by itself.
 */
export class Network {
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #flow: Float64Array;
  readonly #out: number[][];
  readonly #level: Int32Array;
  readonly #next: Int32Array;
  readonly #capacity: Float64Array;
  /** Arcs from here on were only there to find a first flow. */
  #closedFrom = Number.POSITIVE_INFINITY;

  private constructor(nodes: number, arcs: readonly [number, number][]) {
    this.#from = Int32Array.from(arcs, ([from]) => from);
    this.#to = Int32Array.from(arcs, ([, to]) => to);
    this.#flow = new Float64Array(arcs.length);
    this.#capacity = new Float64Array(arcs.length).fill(Number.POSITIVE_INFINITY);
    this.#out = Array.from({ length: nodes }, () => []);
    arcs.forEach(([from, to], at) => {
      this.#out[from]?.push(at);
      this.#out[to]?.push(~at);
    });
    this.#level = new Int32Array(nodes);
    this.#next = new Int32Array(nodes);
  }

  /** @returns nothing where the rows are not those of a network. */
  static of({ columns, rows }: Reduced): Network | undefined {
    const apart = takenApart(rows);
    const ends = apart && endsOf(columns, apart);
    if (!apart || !ends) return undefined;
    const outside = apart.length;
    const [source, sink] = [outside + 1, outside + 2];
    const arcs = ends.sides.map(([from, to]): [number, number] => [from ?? outside, to ?? outside]);
    const wanted = new Map<number, number>();
    let balance = 0;
    apart.forEach(({ low }, row) => {
      const gives = ends.colour[row] === 0 ? low : -low;
      balance += gives;
      wanted.set(row, gives);
    });
    wanted.set(outside, -balance);
    const feeds = [...wanted].map(([node, gives]): [number, number] => (gives > 0 ? [source, node] : [node, sink]));
    const network = new Network(outside + 3, [...arcs, ...feeds]);
    network.#fill(columns, [...wanted.values()].map(Math.abs), source, sink);
    return network;
  }

  /** A first flow: every row and column gives or takes what it must, through an arc of its own. */
  #fill(columns: number, amounts: readonly number[], source: number, sink: number): void {
    amounts.forEach((amount, at) => {
      this.#capacity[columns + at] = amount;
    });
    const total = amounts.reduce((sum, amount, at) => sum + (this.#from[columns + at] === source ? amount : 0), 0);
    const { sent } = this.#push(source, sink, total, -1);
    if (sent !== total) throw new NotSolved('What was published contradicts itself.');
    this.#closedFrom = columns;
  }

  bounds(column: number): Interval {
    const [from = 0, to = 0] = [this.#from[column], this.#to[column]];
    if (from === to) return { low: 0, high: Number.POSITIVE_INFINITY };
    const now = () => this.#flow[column] ?? 0;
    // The flow found is left where it is: it is as good a start for the next question.
    this.#flow[column] = now() - this.#push(from, to, now(), column).sent;
    const low = now();
    const up = this.#push(to, from, Number.POSITIVE_INFINITY, column);
    this.#flow[column] = now() + up.sent;
    return { low, high: up.endless ? Number.POSITIVE_INFINITY : now() };
  }

  /** Sends as much as can be from one node to another round the arc `without` (Dinitz, 1970). */
  #push(source: number, sink: number, most: number, without: number): { sent: number; endless: boolean } {
    let sent = 0;
    while (sent < most && this.#layer(source, sink, without)) {
      this.#next.fill(0);
      for (;;) {
        const more = this.#send(source, sink, most - sent, without);
        if (more <= 0) break;
        if (!Number.isFinite(more)) return { sent, endless: true };
        sent += more;
      }
    }
    return { sent, endless: false };
  }

  /** Room on an arc: forwards what it can hold beyond what flows, backwards as much as flows. */
  #room(arc: number): number {
    const plain = arc < 0 ? ~arc : arc;
    if (plain >= this.#closedFrom) return 0;
    const flow = this.#flow[plain] ?? 0;
    return arc < 0 ? flow : (this.#capacity[plain] ?? 0) - flow;
  }

  #layer(source: number, sink: number, without: number): boolean {
    this.#level.fill(-1);
    this.#level[source] = 0;
    const queue = [source];
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head] ?? 0;
      for (const arc of this.#out[node] ?? []) {
        const plain = arc < 0 ? ~arc : arc;
        const far = (arc < 0 ? this.#from[plain] : this.#to[plain]) ?? 0;
        if (plain === without || this.#level[far] !== -1 || this.#room(arc) <= 0) continue;
        this.#level[far] = (this.#level[node] ?? 0) + 1;
        queue.push(far);
      }
    }
    return this.#level[sink] !== -1;
  }

  #send(node: number, sink: number, most: number, without: number): number {
    if (node === sink) return most;
    const arcs = this.#out[node] ?? [];
    for (; (this.#next[node] ?? 0) < arcs.length; this.#next[node] = (this.#next[node] ?? 0) + 1) {
      const arc = arcs[this.#next[node] ?? 0] ?? 0;
      const plain = arc < 0 ? ~arc : arc;
      const far = (arc < 0 ? this.#from[plain] : this.#to[plain]) ?? 0;
      const room = this.#room(arc);
      if (plain === without || room <= 0 || this.#level[far] !== (this.#level[node] ?? 0) + 1) continue;
      const sent = this.#send(far, sink, Math.min(most, room), without);
      if (sent <= 0) continue;
      if (Number.isFinite(sent)) this.#flow[plain] = (this.#flow[plain] ?? 0) + (arc < 0 ? -sent : sent);
      return sent;
    }
    return 0;
  }
}

const MOST_ROWS = 3000;

/** Rows of which one holds another whole are taken apart: a grand total without its row totals is nothing new. */
function takenApart(rows: readonly Row[]): { columns: Set<number>; low: number }[] | undefined {
  if (rows.length > MOST_ROWS) return undefined;
  if (rows.some(({ weights, low, high }) => low !== high || weights.some((weight) => weight !== 1))) return undefined;
  const bySize = rows
    .map(({ columns, low }) => ({ columns: new Set(columns), low }))
    .sort((a, b) => b.columns.size - a.columns.size);
  bySize.forEach((row, at) => {
    for (const part of bySize.slice(at + 1)) {
      if (part.columns.size === 0 || part.columns.size > row.columns.size) continue;
      if (![...part.columns].every((column) => row.columns.has(column))) continue;
      for (const column of part.columns) row.columns.delete(column);
      row.low -= part.low;
    }
  });
  if (bySize.some(({ columns, low }) => low < 0 || (columns.size === 0 && low !== 0)))
    throw new NotSolved('What was published contradicts itself.');
  return bySize.filter(({ columns }) => columns.size > 0);
}

type Ends = { colour: number[]; sides: [number | undefined, number | undefined][] };

/** Two colours of rows, each count in at most one of either. */
function endsOf(columns: number, rows: readonly { columns: Set<number> }[]): Ends | undefined {
  const inRows: number[][] = Array.from({ length: columns }, () => []);
  rows.forEach((row, at) => {
    for (const column of row.columns) inRows[column]?.push(at);
  });
  if (inRows.some(({ length }) => length > 2)) return undefined;
  const colour = rows.map(() => -1);
  for (let start = 0; start < rows.length; start++) {
    if (colour[start] !== -1) continue;
    colour[start] = 0;
    const waiting = [start];
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop())
      for (const column of rows[row]?.columns ?? [])
        for (const other of inRows[column] ?? []) {
          if (other === row) continue;
          if (colour[other] === colour[row]) return undefined;
          if (colour[other] !== -1) continue;
          colour[other] = 1 - (colour[row] ?? 0);
          waiting.push(other);
        }
  }
  const side = (column: number, which: number) => inRows[column]?.find((row) => colour[row] === which);
  return { colour, sides: inRows.map((_, column) => [side(column, 0), side(column, 1)]) };
}
