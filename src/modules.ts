import { casework } from './casework/module.ts';
import { figures } from './figures/module.ts';
import { papers } from './papers/module.ts';
import { people } from './people/module.ts';
import { access } from './platform/access/module.ts';
import { audit } from './platform/audit/module.ts';
import { auth } from './platform/auth/module.ts';
import type { Module } from './platform/module.ts';
import { referrals } from './referrals/module.ts';
import { releases } from './releases/module.ts';
import { risk } from './risk/module.ts';
import { trial } from './trial/module.ts';

/** The table of contents, ground floor first. A room may use only rooms above it in this list. */
export const modules: readonly Module[] = [
  access,
  auth,
  audit,
  papers,
  people,
  referrals,
  risk,
  casework,
  figures,
  releases,
  trial,
];
