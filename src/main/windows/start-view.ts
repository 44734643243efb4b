import { z } from 'zod';
import { type Preferences, START_VIEWS, type StartView } from '../../shared/models/preferences.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

const viewSchema = z.enum(START_VIEWS);
const sectionSchema = z.object({ last: viewSchema.optional() });

/** The view the main window was left at, in the settings of this machine. */
export interface LastView {
  get(): StartView | undefined;
  set(view: StartView): void;
}

export function lastView(settings: SettingsStore): LastView {
  const section = settings.section('start-view', sectionSchema, {});
  return { get: () => section.get().last, set: (last) => section.set({ last }) };
}

/** The view of a page's address; only its name, for what follows in an address can be a customer's. */
export function viewOf(url: string): StartView | undefined {
  const [, name] = /#\/([a-z-]+)/u.exec(url) ?? [];
  return viewSchema.safeParse(name).data;
}

/** The route a main window begins with; '' leaves it to the page. */
export function startRoute(startWith: Preferences['startWith'], last: StartView | undefined): string {
  const view = startWith === 'last' ? last : startWith;
  return view === undefined ? '' : `/${view}`;
}
