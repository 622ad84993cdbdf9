import { access } from './platform/access/module.ts';
import { audit } from './platform/audit/module.ts';
import { auth } from './platform/auth/module.ts';
import type { Module } from './platform/module.ts';

/** The table of contents, ground floor first. A room may use only rooms above it in this list. */
export const modules: readonly Module[] = [access, auth, audit];
