import { readdirSync, readlinkSync, realpathSync } from 'node:fs';

/**
 * Whether a process of PostgreSQL's is at work in a cluster, were it one that nobody remembers: each of them stands in
 * the cluster's folder. @returns undefined where that cannot be known (it is read from /proc)
 */
export function isLivedIn(cluster: string): boolean | undefined {
  if (process.platform !== 'linux') return undefined;
  const place = realpathSync(cluster);
  return readdirSync('/proc').some((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === place;
    } catch {
      return false; // gone, or another account's
    }
  });
}
