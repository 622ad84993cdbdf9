import type { FastifyRequest } from 'fastify';

/** Where the reader asked, for addresses that leave with a file. Whoever asks by a name that is none gets the path alone. */
export function originOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return /^(?:[\w.-]+|\[[\da-f:]+\])(?::\d+)?$/i.test(host) ? `${protocol}://${host}` : '';
}
