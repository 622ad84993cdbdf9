import type { Role } from '../module.ts';
import { type About, type Needs, NOBODY } from './expected.ts';

/** One of the cast for each role. */
export const cast: Record<Role, string> = {
  referrer: 'ben',
  mash_screener: 'asha',
  mash_manager: 'gwen',
  edt: 'yusuf',
  partner: 'amina',
  social_worker: 'bartosz',
  social_work_manager: 'elaine',
  evolve_practitioner: 'dev',
  evolve_manager: 'nadine',
  head_of_service: 'helen',
  missing_advocate: 'jerome',
  police_intelligence: 'anwen',
  performance_analyst: 'ilinca',
  information_governance: 'seun',
  governance_advisor: 'bridget',
  councillor: 'ellis',
  system_administrator: 'kit',
};

export const none: readonly About[] = [];
export const open: readonly About[] = [NOBODY];
export const own: readonly About[] = ['own'];
/** One’s own, and those of everybody in one’s team. */
export const team: readonly About[] = ['own', 'colleague’s'];
/** And for twelve weeks after it was closed. */
export const teamAndClosed: readonly About[] = [...team, 'closed'];

/** The MASH sees a child while a referral is with it, the duty team while one cannot wait. */
export const whoeverIsWithTheChild = {
  mash_screener: team,
  mash_manager: team,
  edt: own,
  social_worker: own,
  social_work_manager: team,
  evolve_practitioner: team,
  evolve_manager: teamAndClosed,
  head_of_service: teamAndClosed,
} satisfies Needs;

/** Who works on a child’s risk: not the front door, nor the duty team. */
export const whoeverWorksOn = {
  social_worker: own,
  social_work_manager: team,
  evolve_practitioner: team,
  evolve_manager: teamAndClosed,
  head_of_service: teamAndClosed,
} satisfies Needs;

/** On a closed case whoever still sees it is told that nothing more is recorded; the forged rows have that refused. */
export const evolve: Needs = { evolve_practitioner: team, evolve_manager: teamAndClosed };
export const evolveManager: Needs = { evolve_manager: teamAndClosed };

/** Those who answer for figures are counted for; the analyst sees no child. */
export const seesFigures: Needs = {
  mash_manager: open,
  evolve_manager: open,
  head_of_service: open,
  performance_analyst: open,
};
