import type { Fact } from './facts.ts';
import type { Rule, Suppressed } from './rule.ts';
import type { TwoWay } from './two-way.ts';

/** A change that agrees with everything shown: by how much each arc moves. */
type Cycle = Map<number, number>;

/**
 * Secondary suppression of a large table of rows and columns as a flow network: for each small cell the minimum-cost
 * cycle through it that can give and take is found as a shortest path, and what lies on it is hidden.
 */
export class CycleCancelling {
  readonly #network: TwoWay;
  readonly #facts: readonly Fact[];
  readonly #rule: Rule;
  readonly #out: number[][];
  readonly #hidden: boolean[];
  readonly #proofs = new Map<number, Cycle>();
  readonly #leaning: Set<number>[];
  readonly #unguarded: number[] = [];
  #searched = 0;

  constructor(network: TwoWay, facts: readonly Fact[], rule: Rule) {
    this.#network = network;
    this.#facts = facts;
    this.#rule = rule;
    this.#out = Array.from({ length: network.nodes }, () => []);
    network.arcs.forEach(({ from, to }, at) => {
      this.#out[from]?.push(at);
      this.#out[to]?.push(~at);
    });
    this.#hidden = network.arcs.map(({ fact }) => {
      const known = fact === undefined ? undefined : facts[fact];
      return !known || (known.state !== 'shown' && (known.small || known.wasHidden));
    });
    this.#leaning = network.arcs.map(() => new Set());
  }

  run(): Suppressed {
    for (const at of this.#targets()) if (!this.#proofs.has(at)) this.#guard(at);
    this.#showAgain();
    const hidden = this.#facts.map(() => false);
    this.#network.arcs.forEach(({ fact }, at) => {
      if (fact !== undefined) hidden[fact] = this.#hidden[at] ?? true;
    });
    return { hidden, unguarded: this.#unguarded, programmes: this.#searched };
  }

  #factOf(arc: number): Fact | undefined {
    const fact = this.#network.arcs[arc]?.fact;
    return fact === undefined ? undefined : this.#facts[fact];
  }

  #targets(): number[] {
    const small = this.#hidden.flatMap((hidden, at) => (hidden && this.#factOf(at)?.small ? [at] : []));
    return small.toSorted((a, b) => this.#value(b) - this.#value(a) || a - b);
  }

  #value(arc: number): number {
    return this.#network.arcs[arc]?.value ?? 0;
  }

  #moves(at: number): number[] {
    const value = this.#value(at);
    if (this.#rule.against === 'exact') return value > 0 ? [1, -1] : [1];
    return [Math.max(this.#rule.threshold, value) + 1 - value];
  }

  #costOf(arc: number): number {
    const fact = this.#factOf(arc);
    if (this.#hidden[arc] || !fact) return 0;
    if (fact.state === 'shown') return Number.POSITIVE_INFINITY;
    const size = Math.log2(1 + fact.value) + 1;
    return (
      size *
      (fact.rank === 'cell' && arc < this.#cells ? (fact.value === 0 ? 3 : 1) : fact.rank === 'grand total' ? 5000 : 50)
    );
  }

  get #cells(): number {
    return this.#network.arcs.length - this.#network.nodes + 1;
  }

  #guard(at: number): void {
    const found = this.#moves(at).flatMap((by) => this.#cycle(at, by, (arc) => this.#costOf(arc)) ?? []);
    const best = found.toSorted((a, b) => a.cost - b.cost)[0];
    if (!best) {
      this.#unguarded.push(at);
      return;
    }
    for (const arc of best.cycle.keys()) this.#hidden[arc] = true;
    this.#prove(at, best.cycle);
    // What else the cycle moves far enough needs no cycle of its own.
    for (const [arc, moved] of best.cycle) {
      if (this.#proofs.has(arc) || !this.#factOf(arc)?.small) continue;
      if (this.#moves(arc).some((by) => (by > 0 ? moved >= by : moved <= by))) this.#prove(arc, best.cycle);
    }
  }

  #prove(at: number, cycle: Cycle): void {
    for (const arc of this.#proofs.get(at)?.keys() ?? []) this.#leaning[arc]?.delete(at);
    this.#proofs.set(at, cycle);
    for (const arc of cycle.keys()) this.#leaning[arc]?.add(at);
  }

  /** Moves an arc by so much, and others with it so that every row and column still adds up. */
  #cycle(at: number, by: number, costOf: (arc: number) => number): { cycle: Cycle; cost: number } | undefined {
    const arc = this.#network.arcs[at];
    if (!arc) return undefined;
    const cycle: Cycle = new Map([[at, by]]);
    const [start, end] = by > 0 ? [arc.to, arc.from] : [arc.from, arc.to];
    const price = (one: number) => (cycle.has(one) ? 0 : costOf(one));
    let [left, cost] = [Math.abs(by), 0];
    while (left > 0) {
      const path = this.#path(start, end, at, cycle, price);
      if (!path) return undefined;
      cost += path.cost;
      const most = Math.min(left, ...path.steps.map((step) => this.#room(step, cycle)));
      for (const step of path.steps) {
        const plain = step < 0 ? ~step : step;
        cycle.set(plain, (cycle.get(plain) ?? 0) + (step < 0 ? -most : most));
      }
      left -= most;
    }
    for (const [one, moved] of cycle) if (moved === 0) cycle.delete(one);
    return { cycle, cost };
  }

  /** Upwards without end; downwards no count goes below 0. */
  #room(step: number, cycle: Cycle): number {
    return step < 0 ? this.#value(~step) + (cycle.get(~step) ?? 0) : Number.POSITIVE_INFINITY;
  }

  /** Dijkstra's, over so few nodes that a heap would not pay. */
  #path(start: number, end: number, without: number, cycle: Cycle, price: (arc: number) => number) {
    this.#searched++;
    const far = new Float64Array(this.#network.nodes).fill(Number.POSITIVE_INFINITY);
    const by = new Int32Array(this.#network.nodes);
    const done = new Uint8Array(this.#network.nodes);
    far[start] = 0;
    for (;;) {
      const node = nearest(far, done);
      if (node === undefined) return undefined;
      if (node === end) break;
      done[node] = 1;
      for (const step of this.#out[node] ?? []) {
        const plain = step < 0 ? ~step : step;
        if (plain === without || this.#room(step, cycle) <= 0) continue;
        const next = this.#head(step);
        const reached = (far[node] ?? 0) + price(plain);
        if (done[next] || reached >= (far[next] ?? 0)) continue;
        far[next] = reached;
        by[next] = step;
      }
    }
    const steps: number[] = [];
    for (let node = end; node !== start; ) {
      const step = by[node] ?? 0;
      steps.push(step);
      node = this.#head(~step);
    }
    return { steps, cost: far[end] ?? 0 };
  }

  #head(step: number): number {
    const arc = this.#network.arcs[step < 0 ? ~step : step];
    return (step < 0 ? arc?.from : arc?.to) ?? 0;
  }

  #showAgain(): void {
    const guards = this.#hidden
      .flatMap((hidden, at) => {
        const fact = this.#factOf(at);
        return hidden && fact && !fact.small && fact.state === 'undecided' ? [at] : [];
      })
      .toSorted((a, b) => this.#value(b) - this.#value(a) || a - b);
    const still = (arc: number) => (this.#hidden[arc] ? 0 : Number.POSITIVE_INFINITY);
    for (const at of guards) {
      this.#hidden[at] = false;
      const others = [...(this.#leaning[at] ?? [])].map((target) => {
        const found = this.#moves(target).flatMap((by) => this.#cycle(target, by, still) ?? []);
        return { target, cycle: found.find(({ cost }) => cost === 0)?.cycle };
      });
      if (others.every(({ cycle }) => cycle))
        for (const { target, cycle } of others) cycle && this.#prove(target, cycle);
      else this.#hidden[at] = true;
    }
  }
}

function nearest(far: Float64Array, done: Uint8Array): number | undefined {
  let best: number | undefined;
  for (let node = 0; node < far.length; node++) {
    if (done[node] || far[node] === Number.POSITIVE_INFINITY) continue;
    if (best === undefined || (far[node] ?? 0) < (far[best] ?? 0)) best = node;
  }
  return best;
}
