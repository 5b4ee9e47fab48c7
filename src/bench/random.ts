/** A seeded source of numbers (mulberry32), so that a synthetic archive is the same each time. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1));
  }

  /** `count` different items in their own order. */
  choose<T>(items: readonly T[], count: number): T[] {
    const left = items.map((_, index) => index);
    const taken = Array.from({ length: Math.min(count, items.length) }, () => left.splice(this.integer(0, left.length - 1), 1)[0] ?? 0);
    return taken.sort((a, b) => a - b).flatMap((index) => items[index] ?? []);
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
}
