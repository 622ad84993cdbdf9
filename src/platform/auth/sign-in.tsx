import { Button, InsetText } from '@throughline/govuk-jsx';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { recordInAudit } from '../audit/audit.db.ts';
import { londonDay } from '../kernel/index.ts';
import { published, renderPlain } from '../web/layout.tsx';
import { type Pipeline, SAID } from '../web/pipeline.tsx';
import { type CastMember, listCast } from './cast.db.ts';
import { closeSession, findSession, openTrialSession, readSessionToken, SESSION_COOKIE } from './session.db.ts';

/**
 * Signing in to a trial: choose who to be. Real sign-in comes later; until it does, a partnership that is not a trial is
 * not served at all (see cli/start.ts), and the database itself refuses to open such a session.
 */
export function signInRoutes(server: FastifyInstance, pipeline: Pipeline): void {
  const { house, partnership } = pipeline;
  const now = () => partnership.trialNow ?? new Date();
  const claims = () => ({ today: londonDay(now()) });

  server.get('/sign-in', async (request, reply) => {
    const cast = await house.as('app', claims(), listCast);
    return reply.type('text/html; charset=utf-8').send(
      renderPlain(partnership, {
        title: 'Choose who to be',
        body: <ChooseWho cast={cast} csrf={reply.generateCsrf()} next={nextOf(request)} />,
      }),
    );
  });

  server.post('/sign-in', { preHandler: server.csrfProtection }, async (request, reply) => {
    const sent = (request.body ?? {}) as Record<string, string | undefined>;
    const before = readSessionToken(request);
    const token = await house.as('app', claims(), async (tx) => {
      const opened = await openTrialSession(tx, String(sent.worker ?? ''));
      if (opened && before) await closeSession(tx, before);
      await recordInAudit(tx, 'nobody', {
        kind: 'sign-in',
        act: opened ? 'signed in' : 'sign-in refused',
        subject: String(sent.worker ?? '').slice(0, 100),
      });
      return opened;
    });
    if (!token) return reply.redirect('/sign-in', 303);
    reply.clearCookie(SAID, { path: '/' }).setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
    });
    return reply.redirect(safeNext(sent.next), 303);
  });

  server.post('/sign-out', { preHandler: server.csrfProtection }, async (request, reply) => {
    const token = readSessionToken(request);
    if (token) {
      await house.as('app', claims(), async (tx) => {
        const worker = await findSession(tx, token);
        await closeSession(tx, token);
        if (worker) await recordInAudit(tx, worker.id, { kind: 'sign-in', act: 'signed out', subject: worker.key });
      });
    }
    return signedOut(reply);
  });
}

/** What was said to the one who leaves is not for whoever comes next. */
function signedOut(reply: FastifyReply) {
  reply.clearCookie(SESSION_COOKIE, { path: '/' }).clearCookie(SAID, { path: '/' });
  return reply.redirect('/sign-in', 303);
}

const nextOf = (request: FastifyRequest) => safeNext((request.query as Record<string, string | undefined>).next);

/** Only a path of this house: never an address elsewhere that a link could smuggle in. */
function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w/.~%-]*(\?[\w.~%+=&-]*)?$/.test(next) ? next : '/';
}

// Along the thread: who raises a concern, who decides, who works with the child, who answers for the figures.
const groups: Record<string, readonly string[]> = {
  'Raises a concern': ['referrer'],
  'Screens and decides at the Multi-Agency Safeguarding Hub (MASH)': ['mash_screener', 'mash_manager', 'edt'],
  'Works with children in Evolve, the child exploitation team': [
    'evolve_practitioner',
    'evolve_manager',
    'head_of_service',
  ],
  'Works with children elsewhere': ['social_worker', 'social_work_manager', 'missing_advocate'],
  'Is asked for information, and grades it': ['partner', 'police_intelligence'],
  'Counts, governs and answers in public': [
    'performance_analyst',
    'information_governance',
    'governance_advisor',
    'councillor',
    'system_administrator',
  ],
};

function ChooseWho({ cast, csrf, next }: { cast: CastMember[]; csrf: string; next: string }) {
  return (
    <>
      <p class="govuk-body-l">
        One record, from a concern about a child to an answer given in public. Begin with a teacher, and follow it.
      </p>
      <InsetText>
        This is a trial. Everybody here is invented, anybody may choose to be anybody, and nothing real may be typed in.
        A real partnership signs in with its own accounts.
      </InsetText>
      <p class="govuk-body">
        What is published is read by everybody, without signing in:{' '}
        <a class="govuk-link" href={published.path}>
          {published.says.toLowerCase()}
        </a>
        .
      </p>
      {Object.entries(groups).map(([group, roles]) => (
        <section>
          <h2 class="govuk-heading-m">{group}</h2>
          <ul class="cast">
            {cast
              .filter((member) => roles.includes(member.roles[0] ?? ''))
              .map((member) => (
                <li>
                  <form method="post" action="/sign-in">
                    <input type="hidden" name="_csrf" value={csrf} />
                    <input type="hidden" name="next" value={next} />
                    <input type="hidden" name="worker" value={member.key} />
                    <Button variant="secondary">{member.name}</Button>
                    <p class="govuk-body-s">
                      {member.title}
                      <br />
                      <span class="cast__agency">{member.agency}</span>
                    </p>
                  </form>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
