import { wordsFor } from '../kernel/index.ts';
import type { WaitingLine } from '../module.ts';

type Waits = { count: number; late?: number; one: string; several: string; path: string; danger?: true };

/** One line of a first page, in the words its number takes; none where nothing waits. */
export const waitingLine = ({ count, late = 0, one, several, path, danger }: Waits): WaitingLine[] =>
  count > 0 ? [{ says: wordsFor(count, one, several), count, late, path, ...(danger && { danger }) }] : [];
