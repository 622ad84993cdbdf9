/** Disjoint sets (union-find): gathers places into people: whoever is joined, directly or through others, is one. */
export class People {
  readonly #under: Int32Array;

  constructor(size: number) {
    this.#under = Int32Array.from({ length: size }, (_, at) => at);
  }

  join(one: number, other: number): void {
    const [first, second] = [this.of(one), this.of(other)];
    this.#under[Math.max(first, second)] = Math.min(first, second);
  }

  /** The first place of the person this place belongs to. */
  of(place: number): number {
    let at = place;
    while (this.#under[at] !== at) {
      const above = this.#under[at] ?? at;
      this.#under[at] = this.#under[above] ?? above;
      at = above;
    }
    return at;
  }
}
