/** Where a command speaks: its result on standard output, how far along it is on standard error. */
export type Console = {
  print: (text: string) => void;
  progress: (text: string) => void;
};

export type Command<C extends Console = Console> = {
  /** The words typed: `protect`, `import annex-a`. Empty where the program has one command only. */
  name: string;
  says: string;
  /** How it is called (`$0` stands for the program and the command's words), its options, what its exit codes mean. */
  help: string;
  /** @returns the exit code: 0 done, 1 refused or found something, 2 wrong use or unreadable input, 3 not finished. */
  run: (args: string[], console: C) => Promise<number>;
};

/** Thrown by a command for words it cannot use; the sentence says what would do. */
export class WrongUse extends Error {}
