import electronLog from 'electron-log/node';
import { redact } from './redact.ts';

/** What modules in main write to. Plain words and codes; facts go into `fields`. Everything is redacted on its way out. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface LogOptions {
  readonly file: string;
  /** Also to the terminal; in development and tests. */
  readonly console?: boolean;
  /** The file is turned over (one old copy is kept) beyond this size. */
  readonly maxBytes?: number;
}

/**
 * The console's log file. `electron-log/node` rather than `/main`, which registers an IPC handler of its own on import.
 * The redaction is a hook of the logger, so no transport and no caller can get around it.
 */
export function createLog(options: LogOptions): Log {
  const logger = electronLog.create({ logId: options.file });
  logger.transports.file.resolvePathFn = () => options.file;
  logger.transports.file.maxSize = options.maxBytes ?? 2_000_000;
  logger.transports.file.level = 'info';
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  logger.transports.console.level = options.console === true ? 'info' : false;
  logger.hooks.push((message) => ({ ...message, data: message.data.map((part) => redact(printed(part))) }));
  const write = (level: 'info' | 'warn' | 'error') => (message: string, fields?: LogFields) =>
    logger[level](fields === undefined ? message : `${message} ${JSON.stringify(fields)}`);
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** A log that keeps nothing, for tests and tools. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Errors by name and place only: their messages may quote what somebody said or sent. */
function printed(part: unknown): string {
  if (typeof part === 'string') return part;
  if (part instanceof Error) return `${part.name}\n${part.stack?.split('\n').slice(1).join('\n') ?? ''}`;
  try {
    return JSON.stringify(part) ?? String(part);
  } catch {
    return '[unprintable]';
  }
}
