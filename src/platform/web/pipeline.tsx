import { createHash, randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { VNode } from 'preact';
import { findOpenGlass } from '../access/break-glass.db.ts';
import { recordInAudit } from '../audit/audit.db.ts';
import { findSession, readSessionToken } from '../auth/session.db.ts';
import type { House, Tx } from '../db/index.ts';
import { londonDay } from '../kernel/index.ts';
import { sendFile } from './files.ts';
import type { Posted } from './form.tsx';
import { renderPage, type Shell } from './layout.tsx';
import { originOf } from './origin.ts';
import type { FileToKeep, Page } from './page.tsx';
import type { Raw } from './questions.tsx';
import { signedOutPage } from './signed-out.tsx';
import { wasAlreadyRecorded, wasRefusedByDatabase } from './trouble.tsx';
import type { ChildId, Partnership, WorkerId, World } from './world.ts';

export type Pipeline = { house: House; partnership: Partnership; shell: Shell };

type Answer =
  | { page: string; status: number }
  | FileToKeep
  | { goTo: string; says?: string }
  | { stop: 'signed-out' | 'not-permitted' | 'not-found' };

/**
 * The one road of every request. In one transaction: who is asking (told to PostgreSQL), may they, what is there for
 * them, the deed, and the audit of the look or the deed; only then is anything sent.
 */
export async function serve(
  pipeline: Pipeline,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const asked = readRequest(request, reply);
  let answer = await attempt(pipeline, page, asked);
  if (answer instanceof Undone) answer = await attempt(pipeline, page, asked, answer);
  if (answer === 'refused-by-database' || answer instanceof Undone) {
    await auditRefusal(pipeline, asked, answer === 'refused-by-database' ? answer : 'already-recorded');
    answer = { stop: answer === 'refused-by-database' ? 'not-permitted' : 'not-found' };
  }
  await send(pipeline, answer, asked, reply);
}

/**
 * A deed that came to nothing, by a rule or because somebody was first. Thrown, so that its transaction is undone whole;
 * the form is then shown again in one of its own, with what was typed and this beside it.
 */
class Undone extends Error {
  readonly errors: Record<string, string>;
  readonly status: number;

  constructor(errors: Record<string, string>, status: number) {
    super('the deed was undone');
    this.errors = errors;
    this.status = status;
  }
}

export const SAID = 'said';
const SECOND =
  'Somebody else recorded this while you were writing. Nothing of yours was saved: look at what they recorded first.';

type Asked = {
  token: Buffer | undefined;
  params: Record<string, string>;
  query: URLSearchParams;
  address: string;
  origin: string;
  /** Undefined: the page is only being looked at. */
  sent: Raw | undefined;
  csrf: string;
  /** One sentence about the deed that led here. */
  said: string | undefined;
};

function readRequest(request: FastifyRequest, reply: FastifyReply): Asked {
  const [address = '/', query = ''] = request.url.split('?');
  return {
    token: readSessionToken(request),
    params: request.params as Record<string, string>,
    query: new URLSearchParams(query),
    ...{ address, origin: originOf(request) },
    sent: request.method === 'POST' ? readBody(request.body) : undefined,
    csrf: reply.generateCsrf(),
    said: request.cookies[SAID],
  };
}

function readBody(body: unknown): Raw {
  const sent: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(body ?? {})) {
    sent[name] = (Array.isArray(value) ? value : [value]).map((one) => String(one).replaceAll('\0', ''));
  }
  return sent;
}

async function attempt(
  pipeline: Pipeline,
  page: Page,
  asked: Asked,
  undone?: Undone,
): Promise<Answer | Undone | 'refused-by-database'> {
  const now = pipeline.partnership.trialNow ?? new Date();
  try {
    return await pipeline.house.as('app', { today: londonDay(now) }, (tx) =>
      answer(tx, pipeline, page, asked, now, undone),
    );
  } catch (error) {
    if (wasRefusedByDatabase(error)) return 'refused-by-database';
    if (error instanceof Undone) return error;
    if (wasAlreadyRecorded(error) && asked.sent && !undone) return new Undone({ '': SECOND }, 409);
    throw error;
  }
}

async function answer(
  tx: Tx,
  pipeline: Pipeline,
  page: Page,
  asked: Asked,
  now: Date,
  undone?: Undone,
): Promise<Answer> {
  const worker = asked.token && (await findSession(tx, asked.token));
  if (!worker) return { stop: 'signed-out' };
  const world: World = {
    worker,
    partnership: pipeline.partnership,
    now,
    today: londonDay(now),
    origin: asked.origin,
    may: (permission) => worker.permissions.has(permission),
  };
  const audit = (kind: 'look' | 'search' | 'deed' | 'refusal', act: string, children: readonly ChildId[] = []) =>
    recordInAudit(tx, worker.id, {
      kind,
      act,
      subject: readable(asked.address),
      children: [...new Set(children)],
      ...(kind === 'search' && page.searchedFor && { detail: page.searchedFor(asked.query, asked.sent) }),
    });

  if (!world.may(page.may)) {
    await audit('refusal', page.may);
    return { stop: 'not-permitted' };
  }
  // Before anything is read: a form posted twice may have closed the very page it came from.
  const once = nameOfForm(asked, worker.id);
  const before = asked.sent && !undone && (await findSubmission(tx, once));
  if (before) return { goTo: before };
  const opened = await page.open(
    ...([tx, asked.params, world, asked.query] as const),
    asked.sent && { raw: asked.sent, again: undone !== undefined },
  );
  if (!opened) {
    await audit('refusal', page.path);
    return { stop: 'not-found' };
  }

  if (opened.file && !asked.sent) {
    await audit('look', page.path, opened.children);
    return opened.file();
  }
  const glass = world.may('access.break-glass') ? await findOpenGlass(tx, opened.children) : undefined;
  const show = async (posted: Posted, status: number, told?: VNode): Promise<Answer> => {
    const html = renderPage(pipeline.shell, world, {
      title: opened.title,
      errors: Object.keys(posted.errors).length > 0 ? posted.errors : opened.wrong,
      body: told ?? opened.view(posted),
      csrf: asked.csrf,
      ...(asked.said && { said: asked.said }),
      ...(glass && { glass }),
    });
    await audit(page.searchedFor ? 'search' : 'look', page.path, opened.children);
    return { page: html, status };
  };
  const fresh: Posted = { errors: {}, once: randomUUID(), csrf: asked.csrf };
  if (!asked.sent) return show(fresh, 200);

  const posted: Posted = { ...fresh, raw: asked.sent };
  if (undone) return show({ ...posted, errors: undone.errors }, undone.status);
  const outcome = await opened.take(posted);
  if ('tells' in outcome) return show(posted, 200, outcome.tells);
  if ('refused' in outcome) {
    if (outcome.onRecord) return show(outcome.refused, 422);
    throw new Undone(outcome.refused.errors, 422);
  }
  await sql`insert into submission (once, worker_id, went_to) values (${once}::uuid, ${worker.id}, ${outcome.goTo})`.execute(
    tx,
  );
  await audit('deed', outcome.did, [...opened.children, ...(outcome.about ?? [])]);
  return { goTo: outcome.goTo, ...(outcome.says && { says: outcome.says }) };
}

/** An address as it is meant, however it was typed: who looked is asked of the audit by address. */
const readable = (address: string): string => decodeURIComponent(address);

/**
 * A form that somebody posts twice as it was is one deed. Gone back to and sent with other words it is another: what was
 * typed is never dropped without a word.
 */
function nameOfForm({ sent, address }: Asked, worker: WorkerId): string {
  if (!UUID.test(sent?._once?.[0] ?? '')) return randomUUID();
  const posted = JSON.stringify([worker, address, { ...sent, _csrf: [] }]);
  const hash = createHash('sha256').update(posted).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Where the same form went when it was posted before. */
async function findSubmission(tx: Tx, once: string): Promise<string | undefined> {
  // Two posts of one form at the same moment take turns here, so that the second finds what the first did.
  await sql`select pg_advisory_xact_lock(hashtextextended(${once}, 0))`.execute(tx);
  const { rows } = await sql<{ wentTo: string }>`select went_to from submission where once = ${once}::uuid`.execute(tx);
  return rows[0]?.wentTo;
}

/** The page's own transaction is gone; the refusal is recorded in one of its own. A page and a policy disagree. */
async function auditRefusal(pipeline: Pipeline, asked: Asked, act: string): Promise<void> {
  const now = pipeline.partnership.trialNow ?? new Date();
  await pipeline.house.as('app', { today: londonDay(now) }, async (tx) => {
    const worker = asked.token && (await findSession(tx, asked.token));
    await recordInAudit(tx, worker ? worker.id : 'nobody', { kind: 'refusal', act, subject: readable(asked.address) });
  });
}

async function send(pipeline: Pipeline, answer: Answer, asked: Asked, reply: FastifyReply): Promise<void> {
  if ('goTo' in answer) {
    if (answer.says) reply.setCookie(SAID, answer.says, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 });
    await reply.redirect(answer.goTo, 303);
  } else if ('write' in answer) {
    await sendFile(reply, answer);
  } else if ('page' in answer) {
    if (asked.said) reply.clearCookie(SAID, { path: '/' });
    await reply.code(answer.status).type('text/html; charset=utf-8').send(answer.page);
  } else if (answer.stop === 'signed-out' && asked.sent) {
    const kept = { to: `${asked.address}?${asked.query}`, typed: asked.sent, csrf: asked.csrf };
    await reply.code(403).type('text/html; charset=utf-8').send(signedOutPage(pipeline.partnership, kept));
  } else if (answer.stop === 'signed-out') {
    const asking = asked.query.size > 0 ? `?${asked.query}` : '';
    await reply.redirect(`/sign-in?next=${encodeURIComponent(asked.address + asking)}`, 303);
  } else {
    await reply
      .code(answer.stop === 'not-found' ? 404 : 403)
      .type('text/html; charset=utf-8')
      .send(pipeline.shell.trouble(answer.stop));
  }
}
