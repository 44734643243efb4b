import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties are legal in style objects. */
    readonly [name: `--${string}`]: string | number | undefined;
  }
}
