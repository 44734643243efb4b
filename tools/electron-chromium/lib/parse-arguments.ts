/** Electron's command line, as its `default_app/main.ts` reads it. */

export interface ParsedArguments {
  /** Modules to load before the application (`-r`); Playwright's loader comes this way. */
  readonly requires: readonly string[];
  /** Switches in front of the application's path: meant for Electron and Chromium. */
  readonly chromiumSwitches: readonly string[];
  /** The first bare word: a folder with a package.json, or a script. */
  readonly application: string | undefined;
  /** What follows the path: the application's own arguments. */
  readonly rest: readonly string[];
}

/**
 * Splits the arguments that follow the executable.
 * @param args the arguments without the executable
 * @returns the parts; the inspector's flags, which Node has taken, are left out
 */
export function parseArguments(args: readonly string[]): ParsedArguments {
  const requires: string[] = [];
  const chromiumSwitches: string[] = [];
  let index = 0;
  let application: string | undefined;
  while (index < args.length && application === undefined) {
    const argument = args[index++] ?? '';
    if (argument === '-r' || argument === '--require') {
      const file = args[index++];
      if (file !== undefined) requires.push(file);
    } else if (argument === '--') {
      application = args[index++];
      break;
    } else if (argument.startsWith('--inspect')) {
      // Node's own.
    } else if (argument.startsWith('-')) {
      chromiumSwitches.push(argument);
    } else {
      application = argument;
    }
  }
  return { requires, chromiumSwitches, application, rest: args.slice(index) };
}

/**
 * Reads one switch.
 * @param argument such as `--name` or `--name=value`
 * @returns name and value (empty when it has none), or undefined for anything that is not a switch
 */
export function parseSwitch(argument: string): { name: string; value: string } | undefined {
  const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
  return match?.[1] === undefined ? undefined : { name: match[1], value: match[2] ?? '' };
}
