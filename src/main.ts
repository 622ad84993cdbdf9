process.stderr.write('Usage: throughline COMMAND\n');
process.exitCode = 2;
