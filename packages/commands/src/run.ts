import { type Command, type Console, WrongUse } from './command.ts';

/**
 * Runs one command line. What cannot be done ends in one sentence, never in a stack trace.
 * @param program how it is called: `disclosure`
 * @returns the exit code: 0 done, 1 refused or found something, 2 wrong use or unreadable input, 3 not finished.
 */
export async function runCommandLine<C extends Console>(
  program: string,
  words: string[],
  commands: readonly Command<C>[],
  console: C,
): Promise<number> {
  // Whoever reads the output may stop (`| head`): the work is done all the same.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const found = commands
    .filter(({ name }) => wordsOf(name).every((word, at) => words[at] === word))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (!found) return listCommands(program, words, commands);
  const args = words.slice(wordsOf(found.name).length);
  if (args.includes('--help') || args.includes('-h')) {
    const called = [program, ...wordsOf(found.name)].join(' ');
    console.print(`${called}: ${found.says}.\n\n${found.help.trim().replaceAll('$0', called)}`);
    return 0;
  }
  try {
    return await found.run(args, console);
  } catch (error) {
    console.progress(sayTrouble(error));
    return isWrongUse(error) ? 2 : 3;
  }
}

/** Standard output and standard error of this process. */
export const terminal: Console = {
  print: (text) => void process.stdout.write(`${visible(text)}\n`),
  progress: (text) => void process.stderr.write(`${visible(text)}\n`),
};

/** A cell of a stranger's file may hold what moves the cursor or colours the screen: it is shown, and does nothing. */
export const visible = (text: string): string => text.replaceAll(/(?![\n\t])\p{Cc}/gu, '\uFFFD');

const wordsOf = (name: string): string[] => name.split(' ').filter(Boolean);

/** An option nobody declared is wrong use too: parseArgs says so with a code of its own. */
const isWrongUse = (error: unknown) =>
  error instanceof WrongUse ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

function listCommands(program: string, words: string[], commands: readonly { name: string; says: string }[]): number {
  const asked = words.length === 0 || words[0] === 'help' || words.includes('--help');
  const lines = commands.map(({ name, says }) => `  ${program} ${name.padEnd(28)} ${says}`);
  const text = `${asked ? '' : `There is no command “${words.join(' ')}”.\n`}Commands (each with --help):\n${lines.join('\n')}\n`;
  (asked ? process.stdout : process.stderr).write(text);
  return asked ? 0 : 2;
}

function sayTrouble(error: unknown): string {
  if (process.env.THROUGHLINE_DEBUG && error instanceof Error) return error.stack ?? error.message;
  return error instanceof Error ? error.message : String(error);
}
