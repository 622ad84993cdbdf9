/**
 * Raised whenever the story tells something else, or is planted in another way: a trial planted from an earlier telling
 * is then said to be older, and offered a new planting.
 */
export const STORY = 3;
