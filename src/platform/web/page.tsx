import type { VNode } from 'preact';
import type { Tx } from '../db/index.ts';
import { isRefusal, type Refusal } from '../kernel/index.ts';
import { onlyAsked, readAnswers } from './answers.ts';
import { Form, KEEP, type Posted } from './form.tsx';
import type { Answers, Questions, Raw } from './questions.tsx';
import { type Back, Top } from './top.tsx';
import type { ChildId, World } from './world.ts';

/** `/children/:reference` gives `{ reference: string }`. */
export type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name | keyof Params<Rest>]: string }
  : Path extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : Record<never, string>;

/**
 * What a deed did: where the worker goes next, the deed's name for the audit, one sentence for the worker, and children
 * it concerned beside those the page was already about.
 */
export type Done = { goTo: string; did: string; says?: string; about?: readonly ChildId[] };

/** An answer shown at once, of which nothing is kept; under a heading of its own where it has one. */
type Told<Q extends Questions> = { tells: (form: Form<Q>) => VNode; heading?: string };

/** What stands in place of a view. With a heading of its own it is another page: nothing leads back from it. */
export type Instead = { heading?: string; shows: VNode };

type Of<Subject, Said> = Said | ((subject: Subject, world: World) => Said);

/** The answer of `about` on a page that shows no child. */
export const nobody = (): readonly ChildId[] => [];

type Definition<Path extends string, Subject, Q extends Questions> = {
  path: Path;
  /** The page's name: its title, and its main heading. The audit knows a look by the page's path. */
  says: Of<Subject, string>;
  /** The permission without which the page does not exist for a worker. */
  may: string;
  /** The children this page shows: the audit names them. Lists name every child listed. */
  about: (subject: Subject) => readonly ChildId[];
  /** Undefined: there is nothing here this worker may see (404, audited). */
  load: (
    tx: Tx,
    params: Params<Path>,
    world: World,
    query: URLSearchParams,
    typed?: Typed,
  ) => Promise<Subject | undefined>;
  /** What was asked for in the address and cannot be had, each beside its name: shown as the errors of a form are. */
  wrong?: (subject: Subject) => Record<string, string>;
  /** Where the page's way back leads, above its heading. */
  back?: Of<Subject, Back | undefined>;
  /** Over the heading, smaller, and part of it: whom or what the page is about. */
  caption?: (subject: Subject, world: World) => string | undefined;
  /** Only where the name is not the heading: other words, the one question of the form, or null where the view has it. */
  heading?: Of<Subject, string | VNode | { question: keyof Q & string } | null>;
  asks?: Q | ((subject: Subject, world: World) => Q);
  /** What a saved draft or an earlier answer fills the form with. */
  filled?: (subject: Subject) => Raw;
  submit?: (tx: Tx, subject: Subject, answers: Answers<Q>, world: World) => Promise<Done | Refusal | Told<Q>>;
  /** Keeps what is typed so far, right or wrong, to be gone on with another day. Its button is asked of `form.show`. */
  keep?: (tx: Tx, subject: Subject, typed: Raw, world: World) => Promise<Done | Refusal | Told<Q>>;
  /** All below the heading. */
  view: (subject: Subject, form: Form<Q>, world: World) => VNode;
  /** In place of the view, where nothing can be done here now: why. */
  instead?: (subject: Subject, world: World) => Instead | undefined;
  /** Sent in place of the view, for those who may look at it. */
  file?: (subject: Subject, world: World) => FileToKeep;
  /** A search is audited with what was searched for. */
  searchedFor?: (query: URLSearchParams, typed?: Raw) => Record<string, string>;
};

/** What is sent to be kept, in place of a page. It is written when nothing of the database waits for it any more. */
export type FileToKeep = { write: () => Promise<Uint8Array>; type: string; name: string };
/** What came with a post; `again` when it came to nothing, and is only being shown once more. */
export type Typed = { raw: Raw; again: boolean };

/** A page as the pipeline sees it; what it loads and asks stays typed inside. */
export type Page = {
  path: string;
  may: string;
  takesPosts: boolean;
  /** It is no page to read, but a file to keep. */
  isFile: boolean;
  searchedFor?: (query: URLSearchParams, typed?: Raw) => Record<string, string>;
  open: (
    tx: Tx,
    params: Record<string, string>,
    world: World,
    query: URLSearchParams,
    typed?: Typed,
  ) => Promise<Opened | undefined>;
};
type Opened = {
  title: string;
  children: readonly ChildId[];
  /** What is wrong with the address, beside what it asks for. */
  wrong: Record<string, string>;
  view: (posted: Posted) => VNode;
  /** What is sent in place of the view: a look like any other. */
  file?: () => FileToKeep;
  take: (posted: Posted) => Promise<Done | { tells: VNode } | { refused: Posted; onRecord?: true }>;
};

/** One page of the service. Without `may` or `about` it does not compile. */
export function page<const Path extends string, Subject, Q extends Questions = Record<never, never>>(
  definition: Definition<Path, Subject, Q>,
): Page {
  const { asks, submit, keep, file } = definition;
  return {
    path: definition.path,
    may: definition.may,
    takesPosts: submit !== undefined,
    isFile: file !== undefined,
    ...(definition.searchedFor && { searchedFor: definition.searchedFor }),
    async open(tx, params, world, query, typed) {
      const subject = await definition.load(tx, params as Params<Path>, world, query, typed);
      if (subject === undefined) return undefined;
      const questions = typeof asks === 'function' ? asks(subject, world) : (asks ?? ({} as Q));
      const fill = (posted: Posted): Posted =>
        posted.raw ? posted : { ...posted, raw: definition.filled?.(subject) ?? {} };
      const draw = (posted: Posted, told?: Told<Q>) =>
        drawPage({ definition, subject, world, questions, posted, told });
      return {
        title: said(definition.says, subject, world),
        children: definition.about(subject),
        wrong: definition.wrong?.(subject) ?? {},
        view: (posted) => draw(fill(posted)),
        ...(file && { file: () => file(subject, world) }),
        async take(posted) {
          const raw = posted.raw ?? {};
          const read = keep && KEEP in raw ? undefined : readAnswers(questions, raw);
          if (read && 'errors' in read) return { refused: { ...posted, errors: read.errors } };
          const outcome = read
            ? await submit?.(tx, subject, read.answers, world)
            : await keep?.(tx, subject, onlyAsked(raw, questions), world);
          if (!outcome) throw new Error(`${definition.path} takes no answers`);
          if ('tells' in outcome) return { tells: draw(posted, outcome) };
          if (!isRefusal(outcome)) return outcome;
          const refused = { ...posted, errors: besideQuestion(outcome, questions) };
          return outcome.onRecord ? { refused, onRecord: true } : { refused };
        },
      };
    },
  };
}

type Drawn<Path extends string, Subject, Q extends Questions> = {
  definition: Definition<Path, Subject, Q>;
  subject: Subject;
  world: World;
  questions: Q;
  posted: Posted;
  told: Told<Q> | undefined;
};

/** What stands above, and below it the view, or what is told or shown in its place. */
function drawPage<Path extends string, Subject, Q extends Questions>(drawn: Drawn<Path, Subject, Q>): VNode {
  const { definition, subject, world, questions, posted, told } = drawn;
  const title = said(definition.says, subject, world);
  const heading = definition.heading === undefined ? title : said(definition.heading, subject, world);
  const question = isQuestion(heading) ? heading.question : undefined;
  const form = new Form(questions, posted, question);
  const instead = told ? undefined : definition.instead?.(subject, world);
  const shows = told?.tells(form) ?? instead?.shows ?? definition.view(subject, form, world);
  if (instead?.heading !== undefined)
    return (
      <>
        <Top heading={instead.heading} />
        {shows}
      </>
    );
  return (
    <>
      <Top
        heading={told?.heading ?? (isQuestion(heading) ? (instead ? title : null) : heading)}
        caption={definition.caption?.(subject, world)}
        back={definition.back && said(definition.back, subject, world)}
      />
      {shows}
    </>
  );
}

const isQuestion = <Name,>(heading: string | VNode | { question: Name } | null): heading is { question: Name } =>
  typeof heading === 'object' && heading !== null && 'question' in heading;

function said<Subject, Said>(of: Of<Subject, Said>, subject: Subject, world: World): Said {
  return typeof of === 'function' ? (of as (subject: Subject, world: World) => Said)(subject, world) : of;
}

/** A rule's refusal stands beside its question; one that names none stands at the top of the form. */
function besideQuestion(refusal: Refusal, questions: Questions): Record<string, string> {
  const name = refusal.beside && refusal.beside in questions ? refusal.beside : '';
  return { [name]: refusal.refused };
}
