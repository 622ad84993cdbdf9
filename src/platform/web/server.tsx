import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { signInRoutes } from '../auth/sign-in.tsx';
import type { House } from '../db/index.ts';
import type { Module } from '../module.ts';
import { root } from '../root.ts';
import { homePage } from './home.tsx';
import type { Shell, TroubleKind } from './layout.tsx';
import { type Pipeline, serve } from './pipeline.tsx';
import { serveOpen } from './serve-open.ts';
import { cannotBeRead, isDatabaseLost } from './trouble.tsx';
import { troublePage } from './trouble-pages.tsx';
import type { Partnership } from './world.ts';

/** The house's web server, ready to listen: security first, then sign-in, then every room's pages. */
export async function createServer(
  house: House,
  partnership: Partnership,
  rooms: readonly Module[],
): Promise<FastifyInstance> {
  const shell: Shell = {
    nav: rooms.flatMap((room) => room.nav ?? []),
    partnership,
    trouble: (kind) => troublePage(partnership, kind),
  };
  const pipeline: Pipeline = { house, partnership, shell };
  const server = Fastify({
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 200 },
    schemaController: { compilersFactory: withoutSchemas },
    frameworkErrors: (error, _, reply) => void sendTrouble(reply, shell, error.statusCode ?? 400, 'bad-request'),
  });
  server.removeAllContentTypeParsers(); // forms are posted here, and nothing else

  await server.register(helmet, security);
  await server.register(cookie);
  await server.register(csrf, { cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax' } });
  await server.register(formbody);
  server.addHook('preValidation', async ({ body }, reply) => {
    if (Object.keys(body ?? {}).length > MOST_FIELDS) return sendTrouble(reply, shell, 413, 'bad-request');
  });
  serveText(server, '/assets/start.js', 'text/javascript', asset('start.js'));
  serveText(server, '/assets/thread.svg', 'image/svg+xml', asset('thread.svg'));
  serveGovuk(server);
  serveStyles(server, rooms);
  server.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'no-store');
    // PostgreSQL holds no such letter, and says so only when much has been done.
    if (request.url.includes('%00')) return sendTrouble(reply, shell, 400, 'bad-request');
  });
  troubleBecomesAPage(server, shell);

  signInRoutes(server, pipeline);
  const pages = rooms.flatMap((room) => [...(room.pages ?? []), ...(room.collects?.(rooms) ?? [])]);
  for (const page of [homePage(rooms), ...pages]) {
    server.get(page.path, (request, reply) => serve(pipeline, page, request, reply));
    if (page.takesPosts) {
      server.post(page.path, { preHandler: server.csrfProtection }, (request, reply) =>
        serve(pipeline, page, request, reply),
      );
    }
  }
  for (const page of rooms.flatMap((room) => room.openPages ?? []))
    server.get(page.path, (request, reply) => serveOpen(pipeline, page, request, reply));
  return server;
}

/** No form of ours asks a tenth of so many. */
const MOST_FIELDS = 2000;

// Questions read what is sent and pages are text, so no route has a schema, and Fastify's compilers are not even loaded.
const withoutSchemas = { buildValidator: refuseSchema, buildSerializer: refuseSchema };
function refuseSchema(): never {
  throw new Error('a route has a schema, and there is nothing here to compile it');
}

// Nothing from elsewhere, nothing inline, in no frame; forms post only here.
const security = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' as const },
  frameguard: { action: 'deny' as const },
};

/** GOV.UK Frontend's own CSS and script, without the font that only central government may use. */
function serveGovuk(server: FastifyInstance): void {
  const dist = join(
    dirname(createRequire(join(root, 'package.json')).resolve('govuk-frontend/package.json')),
    'dist/govuk',
  );
  const css = readFileSync(join(dist, 'govuk-frontend.min.css'), 'utf8')
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,', '')
    .replaceAll('"GDS Transport",', '');
  const script = readFileSync(join(dist, 'govuk-frontend.min.js'), 'utf8').replace(/\/\/# sourceMappingURL.*$/m, '');
  serveText(server, '/assets/govuk.css', 'text/css', css);
  serveText(server, '/assets/govuk.js', 'text/javascript', script);
}

/** Asked again each time, sent again only when it has changed: after an upgrade nobody looks at yesterday's styles. */
function serveText(server: FastifyInstance, path: string, type: string, text: string): void {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
  server.get(path, async (request, reply) => {
    reply.header('cache-control', 'no-cache').header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type(type).send(text);
  });
}

const asset = (name: string) => readFileSync(join(root, 'assets', name), 'utf8');

/** The house's own look, then each room's `styles.css`, as one file. */
function serveStyles(server: FastifyInstance, rooms: readonly Module[]): void {
  const files = ['assets/house.css', ...rooms.map(({ name }) => `src/${name}/styles.css`)].map((file) =>
    join(root, file),
  );
  const css = files
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  serveText(server, '/assets/throughline.css', 'text/css', css);
}

/** Whatever goes wrong is one plain page: what happened, what was saved (nothing), what to do. No stack trace leaves. */
function troubleBecomesAPage(server: FastifyInstance, shell: Shell): void {
  server.setNotFoundHandler((_, reply) => sendTrouble(reply, shell, 404, 'no-such-page'));
  server.setErrorHandler((error: FastifyError, _, reply) => {
    const status = cannotBeRead(error) ? 400 : (error.statusCode ?? 500);
    const kind = isDatabaseLost(error) ? 'database-lost' : status < 500 ? 'bad-request' : 'broken';
    if (kind === 'broken') console.error(withoutData(error));
    return sendTrouble(reply, shell, kind === 'database-lost' ? 503 : status, kind);
  });
}

/** What went wrong and where, for the log: the message may quote what somebody typed about a child. */
export function withoutData(error: Error & { code?: string }): string {
  const places = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [[error.name, error.code].filter(Boolean).join(' '), ...places].join('\n');
}

function sendTrouble(reply: FastifyReply, shell: Shell, status: number, kind: TroubleKind) {
  return reply.code(status).type('text/html; charset=utf-8').send(shell.trouble(kind));
}
