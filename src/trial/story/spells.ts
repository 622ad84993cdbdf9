import { chanceFor } from './chance.ts';
import { carryOn, earlierSpells, newSpells } from './other-years.ts';
import type { Spell } from './spell.ts';
import { chooseNoRisk, settleLevels, settleTypes } from './types-and-levels.ts';
import { spellsOfTheYear } from './year.ts';

/** Every child's time with Evolve from 2021 to the trial's day, oldest first. */
export function allSpells(): Spell[] {
  const year = spellsOfTheYear();
  chooseNoRisk(year);
  carryOn(year.filter((spell) => !spell.end));
  settleTypes(year);
  const spells = [...earlierSpells(), ...year, ...newSpells()];
  spells.sort((one, other) => one.decidedOn.localeCompare(other.decidedOn));
  const chance = chanceFor('levels');
  return spells.map((spell, at) => {
    settleLevels(chance, spell);
    return { ...spell, key: `case-${at + 1}` };
  });
}
