import type { Facts } from './facts.ts';

/** By how much each fact that changes does. */
export type Moved = Map<number, number>;

type Attributes = Readonly<Record<string, string>>;
type Person = { attributes: Attributes; met: readonly number[]; changes: Map<string, Map<string, Change>> };
/** Somebody given another value of one attribute: the facts they come into and go out of. */
type Change = { after: Person; gained: readonly number[]; lost: readonly number[] };
/** One comes into the fact; another, if the shown counts ask for it, takes the place left. */
type Trade = { first: number; in: Change; second?: number; out?: Change; cost: number };

/**
 * Other populations made by hand: two records trade one attribute, as in data swapping, so that
 * one-way counts stay; or one changes, where what it changes is hidden. The result is whole by itself, where a programme would give fractions.
 */
export class Swaps {
  readonly #people: readonly Person[];
  readonly #met: Facts['variables']['met'];
  readonly #net: Int32Array;

  constructor({ records, variables, facts }: Facts) {
    this.#met = variables.met;
    // Over one attribute a trade changes nothing.
    const crossed = facts.some(({ attributes }) => attributes.length > 1);
    this.#people = crossed ? records.map(({ attributes }) => this.#person(attributes)) : [];
    this.#net = new Int32Array(facts.length);
  }

  /** Trades that bring `by` more into a fact: free ones, or at each turn the cheapest. */
  into(
    fact: number,
    names: readonly string[],
    by: number,
    costOf: (fact: number) => number,
    atAnyCost: boolean,
  ): Moved | undefined {
    if (this.#people.length === 0) return undefined;
    const people = [...this.#people];
    const all: Moved = new Map();
    // What an earlier turn has moved is hidden already.
    const cost = (at: number) => (all.get(at) ? 0 : costOf(at));
    for (let turn = 0; turn < by; turn++) {
      const trade = atAnyCost ? this.#cheapest(people, fact, names, cost) : this.#free(people, fact, names, cost);
      if (!trade) return undefined;
      people[trade.first] = trade.in.after;
      if (trade.second !== undefined && trade.out) people[trade.second] = trade.out.after;
      for (const { gained, lost } of trade.out ? [trade.in, trade.out] : [trade.in]) {
        for (const at of gained) all.set(at, (all.get(at) ?? 0) + 1);
        for (const at of lost) all.set(at, (all.get(at) ?? 0) - 1);
      }
    }
    for (const [at, moved] of all) if (moved === 0) all.delete(at);
    return all;
  }

  /** What one comes into that is shown, the other must go out of, and the other way round. */
  #free(
    people: readonly Person[],
    fact: number,
    names: readonly string[],
    costOf: (fact: number) => number,
  ): Trade | undefined {
    const shown = (facts: readonly number[]) => facts.filter((at) => costOf(at) > 0).join(' ');
    for (const { name, mine, value, entering } of this.#entries(people, fact, names)) {
      const alone = entering.find(([, change]) => shown(change.gained) === '' && shown(change.lost) === '');
      if (alone) return { first: alone[0], in: alone[1], cost: 0 };
      const leaving = new Map<string, { second: number; out: Change }>();
      people.forEach((person, second) => {
        if (person.attributes[name] !== value || person.met.includes(fact)) return;
        const out = this.#change(person, name, mine);
        const label = `${shown(out.lost)}|${shown(out.gained)}`;
        if (!leaving.has(label)) leaving.set(label, { second, out });
      });
      for (const [first, change] of entering) {
        const found = leaving.get(`${shown(change.gained)}|${shown(change.lost)}`);
        if (found && found.second !== first) return { first, ...found, in: change, cost: 0 };
      }
    }
    return undefined;
  }

  #cheapest(
    people: readonly Person[],
    fact: number,
    names: readonly string[],
    costOf: (fact: number) => number,
  ): Trade | undefined {
    let best: Trade | undefined;
    for (const { name, mine, value, entering } of this.#entries(people, fact, names)) {
      // Changing alone hides totals: only for who is a total themselves, whom no trade can reach.
      for (const [first, change] of names.length > 1 ? [] : entering) {
        const cost = this.#costOf([change], costOf, best?.cost ?? Number.POSITIVE_INFINITY);
        if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { first, in: change, cost };
      }
      people.forEach((person, second) => {
        if (person.attributes[name] !== value || person.met.includes(fact)) return;
        const out = this.#change(person, name, mine);
        for (const [first, change] of entering) {
          const cost = this.#costOf([change, out], costOf, best?.cost ?? Number.POSITIVE_INFINITY);
          if (first !== second && cost < (best?.cost ?? Number.POSITIVE_INFINITY))
            best = { first, second, in: change, out, cost };
        }
      });
    }
    return best ?? this.#like(people, fact, names, costOf);
  }

  /** Where too few are one value away: somebody becomes, in all that counts here, like one who is in. */
  #like(people: readonly Person[], fact: number, names: readonly string[], costOf: (fact: number) => number) {
    const model = people.find(({ met }) => met.includes(fact));
    let best: Trade | undefined;
    for (const [first, person] of model ? people.entries() : []) {
      if (person.met.includes(fact)) continue;
      const change = this.#changed(
        person,
        Object.fromEntries(names.map((name) => [name, model?.attributes[name] ?? ''])),
      );
      const cost = this.#costOf([change], costOf, best?.cost ?? Number.POSITIVE_INFINITY);
      if (change.gained.includes(fact) && cost < (best?.cost ?? Number.POSITIVE_INFINITY))
        best = { first, in: change, cost };
    }
    return best;
  }

  /** Those who would come into the fact by another value of one attribute, by attribute, value given and value taken. */
  #entries(people: readonly Person[], fact: number, names: readonly string[]) {
    const entries = new Map<string, { name: string; mine: string; value: string; entering: [number, Change][] }>();
    for (const name of names) {
      const values = [...new Set(people.flatMap(({ attributes }) => attributes[name] ?? []))];
      for (const [first, person] of people.entries()) {
        const mine = person.attributes[name];
        if (mine === undefined || person.met.includes(fact)) continue;
        for (const value of values) {
          const change = this.#change(person, name, value);
          if (!change.gained.includes(fact)) continue;
          const label = `${name}\0${mine}\0${value}`;
          const entry = entries.get(label) ?? { name, mine, value, entering: [] };
          entries.set(label, entry);
          entry.entering.push([first, change]);
        }
      }
    }
    return entries.values();
  }

  #costOf(changes: readonly Change[], costOf: (fact: number) => number, most: number): number {
    const net = this.#net;
    const touched = changes.flatMap(({ gained, lost }) => [...gained, ...lost]);
    for (const { gained, lost } of changes) {
      for (const at of gained) net[at] = (net[at] ?? 0) + 1;
      for (const at of lost) net[at] = (net[at] ?? 0) - 1;
    }
    let cost = 0;
    for (const at of touched) {
      if (net[at] && cost < most) cost += costOf(at);
      net[at] = 0;
    }
    return cost;
  }

  #person(attributes: Attributes): Person {
    return { attributes, met: this.#met(attributes), changes: new Map() };
  }

  #change(person: Person, name: string, value: string): Change {
    const ofName = person.changes.get(name) ?? new Map<string, Change>();
    person.changes.set(name, ofName);
    const known = ofName.get(value);
    if (known) return known;
    const change = this.#changed(person, { [name]: value });
    ofName.set(value, change);
    return change;
  }

  #changed(person: Person, values: Attributes): Change {
    const after = this.#person({ ...person.attributes, ...values });
    const gained = after.met.filter((at) => !person.met.includes(at));
    const lost = person.met.filter((at) => !after.met.includes(at));
    return { after, gained, lost };
  }
}
