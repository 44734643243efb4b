/** One JSON object on the disk, read and written whole. */
export interface SettingsFile {
  readonly path: string;
  /** @throws SyntaxError for a file that is not JSON; a system error for one that cannot be read */
  read(): Record<string, unknown>;
  /** Replaces the file atomically. @throws the system's error */
  write(content: Record<string, unknown>): void;
}
