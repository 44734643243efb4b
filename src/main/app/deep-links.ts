import { resolve } from 'node:path';
import { app } from 'electron';
import { type ConsoleLink, LINK_SCHEME, parseLink } from '../../shared/models/deep-link.ts';

/** Links that others hand to the console: on its command line, on that of a second start, or by the system's event. */
export interface DeepLinks {
  /** From now on links are shown; what came before is shown now. */
  showWith(show: (link: ConsoleLink) => void): void;
  /** The link of a command line, shown; false where there is none. */
  fromArguments(args: readonly string[]): boolean;
}

/** Registers the scheme and begins to listen. Call before `ready`: macOS tells of a link before that. */
export function listenForLinks(): DeepLinks {
  let show: ((link: ConsoleLink) => void) | undefined;
  let waiting: ConsoleLink | undefined;
  const take = (link: ConsoleLink): void => {
    if (show === undefined) waiting = link;
    else show(link);
  };
  register();
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const link = parseLink(url);
    if (link !== undefined) take(link);
  });
  const links: DeepLinks = {
    showWith(next) {
      show = next;
      if (waiting !== undefined) next(waiting);
      waiting = undefined;
    },
    fromArguments(args) {
      // Only the first: a command line with several links was not made by a click.
      const link = args.map(parseLink).find((parsed) => parsed !== undefined);
      if (link !== undefined) take(link);
      return link !== undefined;
    },
  };
  links.fromArguments(process.argv.slice(1));
  return links;
}

/** Packaged, the console is its own program; before that, Electron has to be told which folder to run. */
function register(): void {
  const folder = process.argv[1];
  if (app.isPackaged || folder === undefined) app.setAsDefaultProtocolClient(LINK_SCHEME);
  else app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, [resolve(folder)]);
}
