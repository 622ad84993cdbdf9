import type { FastifyReply } from 'fastify';
import type { FileToKeep } from './page.tsx';

export async function sendFile(reply: FastifyReply, { file, type, name }: FileToKeep): Promise<void> {
  await reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(Buffer.from(file));
}
