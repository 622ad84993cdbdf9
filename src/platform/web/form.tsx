import { Button, type Content } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';
import type { Questions, Raw } from './questions.tsx';

/** What came with a request: the answers as typed, what was wrong with them, and the two tokens every form carries. */
export type Posted = {
  raw?: Raw;
  errors: Record<string, string>;
  /** Names this form once: posted twice, it is one deed. */
  once: string;
  csrf: string;
};

/** The name of the button that keeps what is typed without reading it. */
export const KEEP = '_keep';

/** A form being shown: its questions with what was typed and what was wrong. */
export class Form<Q extends Questions> {
  readonly #questions: Q;
  readonly #posted: Posted;
  /** The question that is the page's main heading. */
  readonly #heading: (keyof Q & string) | undefined;

  constructor(questions: Q, posted: Posted, heading?: keyof Q & string) {
    this.#questions = questions;
    this.#posted = posted;
    this.#heading = heading;
  }

  get errors(): Record<string, string> {
    return this.#posted.errors;
  }

  /** One question, with what was typed and its error. */
  ask(name: keyof Q & string): VNode | null {
    const question = this.#questions[name];
    if (!question) throw new Error(`the form has no question ${name}`);
    const { raw = {}, errors } = this.#posted;
    return question.show({ name, raw, error: errors[name], heading: name === this.#heading });
  }

  /** All questions in order, or those named. */
  askAll(names: readonly (keyof Q & string)[] = Object.keys(this.#questions)): VNode {
    return <>{names.map((name) => this.ask(name))}</>;
  }

  /** The form itself: its two tokens, its questions (or what is put inside), its button, and one to keep it for later. */
  show(options: {
    button: string;
    to?: string;
    children?: Content;
    warning?: boolean;
    secondary?: boolean;
    keep?: string;
  }): VNode {
    const variant = options.warning ? 'warning' : options.secondary ? 'secondary' : undefined;
    const save = (
      <Button preventDoubleClick variant={variant}>
        {options.button}
      </Button>
    );
    return (
      <form method="post" noValidate {...(options.to && { action: options.to })}>
        <input type="hidden" name="_csrf" value={this.#posted.csrf} />
        <input type="hidden" name="_once" value={this.#posted.once} />
        {options.children ?? this.askAll()}
        {options.keep ? (
          <div class="govuk-button-group">
            {save}
            <Button preventDoubleClick variant="secondary" name={KEEP} value="yes">
              {options.keep}
            </Button>
          </div>
        ) : (
          save
        )}
      </form>
    );
  }
}
