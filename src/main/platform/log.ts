/** Where the platform client notes what may matter later. Facts hold no ids, texts or tokens. */
export type PlatformLog = (
  level: 'info' | 'warn',
  message: string,
  facts?: Readonly<Record<string, string | number | boolean>>,
) => void;
