import { type SpawnOptions, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * PostgreSQL refuses to run as root. As root it is run, in this order of preference,
 * - in a user namespace in which root is called nobody: files stay root's, nothing is copied, private homes are no bar;
 * - where namespaces are forbidden (most containers), as the account `nobody` itself, which then owns the cluster.
 * Everybody else runs it plainly.
 */
export type Account = {
  /** Programs put before the command. */
  before: string[];
  /** Set where the server runs as another account than ours. */
  nobody?: { uid: number; gid: number };
};

/** PostgreSQL shuts down by itself, in good order, when the process that started it is gone, however it went. */
const MORTAL = ['setpriv', '--pdeathsig', 'INT'];

export function chooseAccount(): Account {
  const mortal = works(MORTAL) ? MORTAL : [];
  if (process.getuid?.() !== 0) return { before: mortal };
  const nobody = findNobody();
  // In this order: entering a namespace would undo the wish to die with the parent.
  const inNamespace = ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, ...mortal];
  return works(inNamespace) ? { before: inNamespace } : { before: mortal, nobody };
}

type Spawning = { file: string; args: string[]; options: SpawnOptions };

/**
 * How to spawn one of PostgreSQL's programs on a cluster. The account `nobody` may not be able to walk to a cluster in a
 * private home, so it is set down there (before it becomes nobody) and told that the cluster is where it stands.
 */
export function spawnOn(cluster: string, account: Account, program: string, args: string[]): Spawning {
  const place = account.nobody ? '/proc/self/cwd' : cluster;
  const [file = program, ...rest] = [...account.before, program, ...args];
  // Nothing of our own environment but this: PGPORT, PGOPTIONS and their like are meant for other servers.
  return {
    file,
    args: rest,
    options: { ...account.nobody, cwd: cluster, env: { PATH: process.env.PATH, LC_ALL: 'C', PGDATA: place } },
  };
}

function works([file = '', ...args]: string[]): boolean {
  return spawnSync(file, [...args, 'true'], { stdio: 'ignore' }).status === 0;
}

/** PostgreSQL wants its user to have a name, so the number must be one in the list of accounts. */
function findNobody(): { uid: number; gid: number } {
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}
