import { helpText, readCommandLine } from './cli-options.ts';
import type { Simulator } from './instance.ts';
import { announce, stopOnSignals } from './process-life.ts';
import { startSimulator } from './server.ts';

const command = readCommandLine(process.argv.slice(2));
if (command.kind === 'help') {
  process.stdout.write(helpText);
} else if (command.kind === 'wrong') {
  process.stderr.write(`${command.reason}\nTry --help.\n`);
  process.exitCode = 2;
} else {
  try {
    const simulator = await startSimulator(command.options);
    stopOnSignals(simulator);
    announce(simulator);
    process.stdout.write(command.json ? asJson(simulator) : asText(simulator));
  } catch (cause) {
    process.stderr.write(`${explain(cause, command.options.port)}\n`);
    process.exitCode = 1;
  }
}

function asJson({ url, issuer, adminKey, accounts }: Simulator): string {
  return `${JSON.stringify({ type: 'ready', url, issuer, adminKey, accounts })}\n`;
}

function asText({ url, issuer, adminKey, accounts }: Simulator): string {
  const lines = accounts.map(
    ({ name, email, description }) => `  ${name.padEnd(16)} ${email.padEnd(34)} ${description}`,
  );
  return `Dialai instance   ${url}
Identity          ${issuer}
API document      ${url}/api/swagger
Admin             ${url}/__admin/state  (header X-Admin-Key: ${adminKey})

Accounts (no password):
${lines.join('\n')}

Flags: --help. Stop with Ctrl-C.
`;
}

function explain(cause: unknown, port: number): string {
  if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
    return `Port ${port} is taken. Choose another with --port, or 0 for any free one.`;
  }
  return cause instanceof Error ? cause.message : String(cause);
}
