import { casework } from './casework/module.ts';
import { partnership } from './partnership/module.ts';
import { people } from './people/module.ts';
import { performance } from './performance/module.ts';
import { access } from './platform/access/module.ts';
import { audit } from './platform/audit/module.ts';
import { auth } from './platform/auth/module.ts';
import type { Module } from './platform/module.ts';
import { referrals } from './referrals/module.ts';
import { risk } from './risk/module.ts';

/** The table of contents, ground floor first. A room may use only rooms above it in this list. */
export const modules: readonly Module[] = [
  access,
  auth,
  audit,
  people,
  referrals,
  risk,
  casework,
  performance,
  partnership,
];
