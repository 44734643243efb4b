/** `utilityProcess`: a Node child that speaks through `process.parentPort`. */
import { type ChildProcess, fork, type StdioOptions } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { app } from './app.ts';
import { createEvent } from './events.ts';
import { nodeBinary } from './launch.ts';
import { isExiting } from './lifecycle.ts';
import { strict } from './strict.ts';

interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly execArgv?: string[];
  readonly cwd?: string;
  readonly stdio?: 'pipe' | 'ignore' | 'inherit' | readonly ('pipe' | 'ignore' | 'inherit')[];
  readonly serviceName?: string;
}

const bootFile = path.join(import.meta.dirname, 'utility-child.ts');

function toStdio(stdio: ForkOptions['stdio'] = 'inherit'): StdioOptions {
  const [, output = 'inherit', errors = 'inherit'] = typeof stdio === 'string' ? ['ignore', stdio, stdio] : stdio;
  return ['ignore', output, errors, 'ipc'] as StdioOptions;
}

class UtilityProcess extends EventEmitter {
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  private readonly child: ChildProcess;
  private wasKilled = false;

  constructor(child: ChildProcess, serviceName: string) {
    super();
    this.child = child;
    this.stdout = child.stdout;
    this.stderr = child.stderr;
    const endWithUs = () => child.kill('SIGKILL');
    process.once('exit', endWithUs);
    child.once('spawn', () => this.emit('spawn'));
    child.on('message', (message) => this.emit('message', message));
    child.on('error', (error) => this.emit('error', 'LaunchFailed', '', error.message));
    child.once('exit', (code, signal) => {
      process.off('exit', endWithUs);
      this.emit('exit', code ?? 1);
      if (code === 0 || this.wasKilled || isExiting()) return;
      const details = { type: 'Utility', reason: signal ? 'killed' : 'abnormal-exit', exitCode: code ?? 1 };
      app.emit('child-process-gone', createEvent(), { ...details, serviceName, name: serviceName });
    });
  }

  get pid(): number | undefined {
    return this.child.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined;
  }

  postMessage(message: unknown): void {
    // Node's type asks for plain values; with advanced serialization anything cloneable may go.
    if (this.child.connected) this.child.send(message as object);
  }

  kill(): boolean {
    this.wasKilled = true;
    return this.child.kill();
  }
}
strict('utilityProcess', UtilityProcess.prototype);

export const utilityProcess = strict('utilityProcess', {
  fork(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess {
    const child = fork(bootFile, [modulePath, ...args], {
      execPath: nodeBinary,
      execArgv: ['--disable-warning=ExperimentalWarning', ...(options.execArgv ?? [])],
      env: options.env ?? process.env,
      serialization: 'advanced',
      stdio: toStdio(options.stdio),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    return new UtilityProcess(child, options.serviceName ?? 'Node Utility Process');
  },
});
