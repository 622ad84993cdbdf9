/**
 * Locks that outlive nobody. A lock is a file naming its holder; a holder killed with -9 is seen to be gone,
 * because a process is known by its number *and* the moment it began (numbers are used again).
 */
import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A name for a process that no later process will bear: `1234@567890`. */
export function nameProcess(pid = process.pid) {
  return `${pid}@${beganAt(pid)}`;
}

export function isRunning(name) {
  const [pid, began] = name.split('@');
  if (!/^[1-9]\d*$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return !began || beganAt(pid) === began;
}

/**
 * Does the work while no other process holds the lock. `onWait` is called once if somebody else does. The work is given
 * a function that names a child process as a second holder, for a child that would live on if this process were killed.
 */
export async function withLock(file, work, { onWait = () => {}, within = 15 * 60_000 } = {}) {
  const until = Date.now() + within;
  for (let waited = false; !take(file); waited = true) {
    if (isAbandoned(file)) breakLock(file);
    else if (Date.now() > until) throw new Error(`${file} is still held by process ${read(file)}`);
    else {
      if (!waited) onWait();
      await pause(50);
    }
  }
  try {
    return await work((pid) => writeFileSync(file, `${nameProcess()} ${nameProcess(pid)}`));
  } finally {
    rmSync(file, { force: true });
  }
}

/** The 22nd field of /proc/N/stat, counted after the name in brackets, which may itself hold spaces. Linux only. */
function beganAt(pid) {
  try {
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return state === 'Z' ? 'ended' : fields[18];
  } catch {
    return '';
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, nameProcess());
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** An empty lock is one being written, unless its writer died in that very moment. */
function isAbandoned(file) {
  const holder = read(file);
  return holder === '' ? isOlderThan(file, 5_000) : holder !== undefined && !holder.split(' ').some(isRunning);
}

/**
 * Two processes may both see that a lock is abandoned; were each simply to delete it, the second could delete the
 * lock the first has just taken. So deleting is itself done under a lock, held for an instant, after looking again.
 */
function breakLock(file) {
  const breaker = `${file}.breaking`;
  if (!take(breaker)) {
    if (isOlderThan(breaker, 10_000)) rmSync(breaker, { force: true });
    return;
  }
  if (isAbandoned(file)) rmSync(file, { force: true });
  rmSync(breaker, { force: true });
}

function isOlderThan(file, milliseconds) {
  try {
    return Date.now() - statSync(file).mtimeMs > milliseconds;
  } catch {
    return false;
  }
}
