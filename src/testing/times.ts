/** Seconds, by what they went into. */
export type Seconds = Readonly<Record<string, number>>;

const SLOWEST = 12;

/** How long it all took, and where the time went: the slowest files, then the folders, which are run side by side. */
export function sayTimes(phases: Seconds, files: Seconds): string {
  const whole = sum(Object.values(phases));
  const parts = Object.entries(phases).map(([what, seconds]) => `${what} ${inWords(seconds)}`);
  const folders = Object.entries(Object.groupBy(Object.entries(files), ([file]) => folderOf(file)));
  const perFolder = folders.map(([folder, of = []]): [string, number] => [folder, sum(of.map(([, each]) => each))]);
  return [
    `It took ${inWords(whole)}: ${parts.join(', ')}.`,
    ...(Object.keys(files).length > 1 ? ['The slowest files:', ...lines(Object.entries(files))] : []),
    ...(perFolder.length > 1 ? ['By folder (several files run at a time):', ...lines(perFolder)] : []),
  ].join('\n');
}

/** src/casework, packages/disclosure, tests/journeys. */
const folderOf = (file: string): string => file.split('/').slice(0, 2).join('/');

const lines = (times: [string, number][]): string[] =>
  times
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, SLOWEST)
    .map(([what, seconds]) => `${seconds.toFixed(1).padStart(7)} s  ${what}`);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

function inWords(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
