import type { FastifyReply } from 'fastify';
import type { FileToKeep } from './page.tsx';

export async function sendFile(reply: FastifyReply, { write, type, name }: FileToKeep): Promise<void> {
  const file = await write();
  await reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(Buffer.from(file));
}
