export function nameProcess(pid?: number): string;
export function isRunning(name: string): boolean;
export function withLock<T>(
  file: string,
  work: (shareWith: (pid: number) => void) => Promise<T>,
  options?: { onWait?: () => void; within?: number },
): Promise<T>;
