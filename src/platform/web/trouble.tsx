const code = (error: unknown): string => {
  const found = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof found === 'string' ? found : '';
};

/** Insufficient privilege: a policy or a grant said no. */
export function wasRefusedByDatabase(error: unknown): boolean {
  return code(error) === '42501';
}

/** A unique row is there already: somebody recorded the same decision first. */
export function wasAlreadyRecorded(error: unknown): boolean {
  return code(error) === '23505';
}

/** What was typed into an address cannot be read as what stands there: no such day, no such id, not even text. */
export function cannotBeRead(error: unknown): boolean {
  return /^(22003|22007|22008|22021|22P02|22P05)$/.test(code(error));
}

/** The database cannot be reached or went away: SQLSTATE classes 08 and 57P, or the socket's own errors. */
export function isDatabaseLost(error: unknown): boolean {
  if (/^(08|57P|53300)/.test(code(error))) return true;
  if (/^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/.test(code(error))) return true;
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}
