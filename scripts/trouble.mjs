/** Something the person at the keyboard can put right: shown as one sentence, without a stack. */
export class Trouble extends Error {
  /** 2 wrong use, 3 could not finish: as for every command (docs: the command line). */
  constructor(sentence, exitCode = 3) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** Standard output belongs to the command; what the launcher has to say goes beside it. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
