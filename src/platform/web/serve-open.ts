import type { FastifyReply, FastifyRequest } from 'fastify';
import { londonDay } from '../kernel/index.ts';
import { sendFile } from './files.ts';
import { renderPlain } from './layout.tsx';
import type { OpenPage } from './open-page.ts';
import { originOf } from './origin.ts';
import type { Pipeline } from './pipeline.tsx';

/** Answers somebody nobody knows: in a transaction without a worker, so that policies show what is everybody's. */
export async function serveOpen(
  { house, partnership, shell }: Pipeline,
  page: OpenPage,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const today = londonDay(partnership.trialNow ?? new Date());
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  const answer = await house.as('app', { today }, (tx) =>
    page.answer(tx, request.params as Record<string, string>, {
      ...{ partnership, today, query },
      origin: originOf(request),
    }),
  );
  if (!answer) await reply.code(404).type('text/html; charset=utf-8').send(shell.trouble('no-such-page'));
  else if ('write' in answer) await sendFile(reply, answer);
  else await reply.type('text/html; charset=utf-8').send(renderPlain(partnership, answer));
}
