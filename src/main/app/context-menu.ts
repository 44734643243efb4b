import { app, BrowserWindow, Menu, type WebContents } from 'electron';
import { contextMenuTemplate } from './context-menu-template.ts';

/** Shows a menu on a right click in every window: corrections of what is misspelled, cut, copy, paste. Call it before the first window. */
export function offerContextMenus(language: () => 'en' | 'fr'): void {
  app.on('web-contents-created', (_event, contents) => offer(contents, language));
}

function offer(contents: WebContents, language: () => 'en' | 'fr'): void {
  contents.on('context-menu', (_event, params) => {
    const template = contextMenuTemplate(params, language(), {
      replace: (correction) => contents.replaceMisspelling(correction),
      learn: (word) => void contents.session.addWordToSpellCheckerDictionary(word),
    });
    if (template.length === 0) return;
    const window = BrowserWindow.fromWebContents(contents);
    Menu.buildFromTemplate([...template]).popup(window === null ? {} : { window });
  });
}
