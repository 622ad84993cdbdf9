import { type Refusal, refuse } from '../platform/kernel/index.ts';
import type { Feedback } from './closing.ts';

/** What a young person is asked to rate on leaving, from 1 (not at all) to 5 (very much). */
export const ratingQuestions = {
  listenedTo: 'I felt listened to',
  safer: 'I feel safer than before',
  understands: 'I understand what exploitation is',
  knowsWhoToTell: 'I know who to tell',
  wouldRecommend: 'I would tell a friend to come here',
} as const;
export type RatingQuestion = keyof typeof ratingQuestions;
export type Ratings = Partial<Record<RatingQuestion, number>>;

export const ratingWords = {
  '1': '1, not at all',
  '2': '2',
  '3': '3',
  '4': '4',
  '5': '5, very much',
} as const;

/** What a session that was held covers: activities completed, services provided, support provided. */
export const topics = {
  activities: 'What the child says of the activities they did',
  services: 'What the child says of the services they were given',
  support: 'What the child says of the support they had',
} as const;
type Topics = Record<keyof typeof topics, string | null>;

/** A session held covers the three topics; a child who declined or could not be reached owes nothing. */
export function coversTopics(outcome: Feedback, said: Topics): Refusal | undefined {
  if (outcome !== 'held') return undefined;
  const names = Object.keys(topics) as (keyof typeof topics)[];
  const missing = names.find((name) => !said[name]);
  return missing && refuse('The session was held: write what the child said, or that they said nothing', missing);
}

/** The questions that were answered, as numbers. */
export function ratingsOf(answers: Record<RatingQuestion, keyof typeof ratingWords | null>): Ratings {
  const names = Object.keys(ratingQuestions) as RatingQuestion[];
  return Object.fromEntries(names.flatMap((name) => (answers[name] ? [[name, Number(answers[name])]] : [])));
}
