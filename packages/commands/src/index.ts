export { type Command, type Console, WrongUse } from './command.ts';
export { sayCount, wordsFor } from './count.ts';
export { isRefusal, type Refusal, refuse } from './refusal.ts';
export { runCommandLine, terminal } from './run.ts';
