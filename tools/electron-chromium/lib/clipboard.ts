/** `clipboard`: this process's own, with Electron 45's promises. The system's is not touched. */
import { strict } from './strict.ts';

let text = '';

export const clipboard = strict('clipboard', {
  readText: async (): Promise<string> => text,
  async writeText(value: string): Promise<void> {
    text = String(value);
  },
  async clear(): Promise<void> {
    text = '';
  },
});
