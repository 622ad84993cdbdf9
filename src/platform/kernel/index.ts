export { sayCount, wordsFor } from '@throughline/commands';
export * from './dates.ts';
export * from './ids.ts';
export * from './london.ts';
export * from './refusal.ts';
export * from './working-days.ts';
