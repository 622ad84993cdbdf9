/** Letters and digits only, so that case, spaces and punctuation make no difference. */
export function plainly(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
