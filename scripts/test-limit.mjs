/** Loaded before each test file: one that does not end (a server left open by a test that failed) says so, and ends. */
const MINUTES = 10;

setTimeout(() => {
  process.stderr.write(`${process.argv[1]} has not ended within ${MINUTES} minutes. Open: `);
  process.stderr.write(`${[...new Set(process.getActiveResourcesInfo())].join(', ')}.\n`);
  process.exit(1);
}, MINUTES * 60_000).unref();
