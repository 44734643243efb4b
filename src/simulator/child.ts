import { readCommandLine } from './cli-options.ts';
import { announce, stopOnSignals, tellParent } from './process-life.ts';
import { startSimulator } from './server.ts';

// The embedded instance: a utility process of the console, or any child with an IPC channel. It takes the flags of the
// command line, prints nothing, and posts `ready` or `failed`.
const command = readCommandLine(process.argv.slice(2));
try {
  if (command.kind !== 'run') throw new Error(command.kind === 'wrong' ? command.reason : 'no help here');
  const simulator = await startSimulator(command.options);
  stopOnSignals(simulator);
  announce(simulator);
} catch (cause) {
  tellParent({ type: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
  process.exitCode = 1;
}
