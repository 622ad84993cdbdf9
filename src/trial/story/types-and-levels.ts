import type { ExploitationType, Level } from '../../risk/index.ts';
import { type Chance, chanceFor, itemAt } from './chance.ts';
import { lastOf, type Sitting, type Spell, within, YEAR } from './spell.ts';

/** What the assessments of 2023 came to, and what the children open at its end were open for. */
const TYPED = { CCE: 141, CSE: 107, BOTH: 50 } as const;
const OPEN_AT_YEAR_END = { CCE: 31, CSE: 26, BOTH: 12 } as const;
const NO_RISK_CLOSINGS = 46;

type Typed = keyof typeof TYPED;
const KINDS: Typed[] = ['CCE', 'CSE', 'BOTH'];
const UP: Level[] = ['NONE', 'LOW', 'MEDIUM', 'HIGH'];

/** Who of those closed in the year had reached "no risk identified": never on the only assessment, always on the last. */
export function chooseNoRisk(spells: Spell[]): void {
  const chance = chanceFor('no risk identified');
  const could = spells.filter((spell) => spell.end && within(lastDay(spell), YEAR.from, YEAR.to));
  for (const { end } of chance.some(could, NO_RISK_CLOSINGS)) if (end) end.reason = 'NO_RISK';
}

/** Types first at random, some changing on the way; then exchanged until the year's figures hold exactly. */
export function settleTypes(spells: Spell[]): void {
  const chance = chanceFor('types');
  const stays = chance.shuffle(spells.filter((spell) => !closedBy(spell, YEAR.to) && lastOf(spell, YEAR.to)));
  const leaves = spells.filter((spell) => closedBy(spell, YEAR.to));
  const kinds = chance.shuffle(KINDS.flatMap((kind) => Array<Typed>(OPEN_AT_YEAR_END[kind]).fill(kind)));
  stays.forEach((spell, at) => {
    setType(spell, itemAt(kinds, at));
  });
  for (const spell of leaves) setType(spell, someKind(chance));
  for (const spell of spells) if (spell.sittings.length >= 3 && chance.happens(0.15)) changeOnTheWay(chance, spell);
  exchange(chance, stays, leaves, spells);
  for (const spell of spells) endWithNone(spell);
}

/** A spell outside the year: any type, seldom changing. */
export function setSomeType(chance: Chance, spell: Spell): void {
  setType(spell, someKind(chance));
  if (spell.sittings.length >= 3 && chance.happens(0.15)) changeOnTheWay(chance, spell);
  endWithNone(spell);
}

/** From entry down to the end it came to; now and then risk rises on the way. */
export function settleLevels(chance: Chance, spell: Spell): void {
  const last = spell.sittings.length - 1;
  const enters = enteringLevel(chance, spell);
  const ends = spell.end?.reason === 'NO_RISK' ? 'NONE' : spell.end?.reason === 'RISK_REDUCED_LOW' ? 'LOW' : undefined;
  let level = UP.indexOf(enters);
  spell.sittings.forEach((sitting, at) => {
    if (at > 0) level = step(chance, level, ends !== undefined && last - at <= 1);
    sitting.level = at === last && ends ? ends : itemAt(UP, level);
    if (sitting.type === 'NO_RISK') sitting.level = 'NONE';
  });
}

function exchange(chance: Chance, stays: Spell[], leaves: Spell[], all: Spell[]): void {
  for (let turn = 0, off = distance(all); off > 0; turn++) {
    if (turn > 20_000) throw new Error(`types of the year do not come out: ${off} away`);
    const undo = chance.happens(0.5) ? swapTwo(chance, stays) : retype(chance, chance.pick(leaves));
    const now = distance(all);
    if (now > off) undo();
    else off = now;
  }
}

/** Two open children exchange their whole history of types, so that the open caseload keeps its mix. */
function swapTwo(chance: Chance, stays: Spell[]): () => void {
  const [one, other] = chance.some(stays, 2);
  if (!one || !other) throw new Error('nobody to exchange with');
  const [first, second] = [typesOf(one), typesOf(other)];
  setType(one, itemAt(second, second.length - 1));
  setType(other, itemAt(first, first.length - 1));
  return () => {
    restore(one, first);
    restore(other, second);
  };
}

function retype(chance: Chance, spell: Spell): () => void {
  const before = typesOf(spell);
  setType(spell, chance.pick(KINDS));
  return () => restore(spell, before);
}

function distance(spells: Spell[]): number {
  const counts = { CCE: 0, CSE: 0, BOTH: 0 };
  for (const spell of spells)
    for (const sitting of spell.sittings)
      if (within(sitting.on, YEAR.from, YEAR.to) && !endsHere(spell, sitting)) counts[typed(sitting)]++;
  return KINDS.reduce((sum, kind) => sum + Math.abs(counts[kind] - TYPED[kind]), 0);
}

function endWithNone(spell: Spell): void {
  const last = spell.sittings.at(-1);
  if (last && endsHere(spell, last)) last.type = 'NO_RISK';
}

function endsHere(spell: Spell, sitting: Sitting): boolean {
  return spell.end?.reason === 'NO_RISK' && sitting === spell.sittings.at(-1);
}

function changeOnTheWay(chance: Chance, spell: Spell): void {
  const from = chance.between(1, spell.sittings.length - 2);
  const earlier = chance.pick(KINDS);
  for (const sitting of spell.sittings.slice(0, from)) sitting.type = earlier;
}

function enteringLevel(chance: Chance, spell: Spell): Level {
  const mayBeLow = spell.end?.reason !== 'NO_RISK';
  return chance.weighted<Level>([
    ['HIGH', 30],
    ['MEDIUM', 55],
    ['LOW', mayBeLow ? 20 : 0],
  ]);
}

function step(chance: Chance, level: number, settling: boolean): number {
  const change = settling
    ? chance.happens(0.7)
      ? -1
      : 0
    : chance.weighted([
        [-1, 32],
        [0, 44],
        [1, 24],
      ]);
  return Math.min(3, Math.max(1, level + change));
}

function someKind(chance: Chance): Typed {
  return chance.weighted<Typed>([
    ['CCE', 46],
    ['CSE', 37],
    ['BOTH', 17],
  ]);
}

function setType(spell: Spell, type: ExploitationType): void {
  for (const sitting of spell.sittings) sitting.type = type;
}
function typesOf(spell: Spell): ExploitationType[] {
  return spell.sittings.map(({ type }) => type);
}
function restore(spell: Spell, types: ExploitationType[]): void {
  spell.sittings.forEach((sitting, at) => {
    sitting.type = itemAt(types, at);
  });
}
function typed({ type }: Sitting): Typed {
  if (type === 'NO_RISK') throw new Error('only a last assessment finds no risk');
  return type;
}
function closedBy(spell: Spell, day: string): boolean {
  return spell.end?.closedOn !== undefined && spell.end.closedOn <= day;
}
function lastDay(spell: Spell) {
  return lastOf(spell)?.on ?? YEAR.from;
}
