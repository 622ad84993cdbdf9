export type Embedded = { url: string; stop: () => Promise<void>; joined: boolean };

export async function startEmbedded(_folder: string, _options: { forTests?: boolean } = {}): Promise<Embedded> {
  throw new Error('Set DATABASE_URL to a PostgreSQL 15 or later server.');
}
