import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import { archiveSearch, placeSearch } from './conversation-place.tsx';
import { NotFound } from './not-found.tsx';
import { RootView } from './root-view.tsx';
import { RouteCrash } from './route-crash.tsx';

/** The console's places. Every view is fetched when it is first opened. */
const root = createRootRoute({ component: RootView, notFoundComponent: NotFound, errorComponent: RouteCrash });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/live' });
  },
});

/** `?beside=` another tenant's slug. */
const missionControl = createRoute({
  getParentRoute: () => root,
  path: '/mission-control',
  validateSearch: textSearch(['beside']),
  component: lazyRouteComponent(() => import('./mission-control-route.tsx'), 'MissionControlRoute'),
});

const live = createRoute({
  getParentRoute: () => root,
  path: '/live',
  component: lazyRouteComponent(() => import('./live-route.tsx'), 'LiveRoute'),
});

/** Below `/live` and without a view of its own: the list stays as it is while conversations are opened and closed. */
const conversation = createRoute({
  getParentRoute: () => live,
  path: '$tenant/$id',
  validateSearch: placeSearch,
});

const torn = createRoute({
  getParentRoute: () => root,
  path: '/torn/$tenant/$id',
  validateSearch: placeSearch,
  component: lazyRouteComponent(() => import('./torn-route.tsx'), 'TornRoute'),
});

const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  component: lazyRouteComponent(() => import('./wall-route.tsx'), 'WallRoute'),
});

const displayWall = createRoute({
  getParentRoute: () => root,
  path: '/wall/$tenant/$display',
  component: lazyRouteComponent(() => import('./wall-route.tsx'), 'WallRoute'),
});

const conversations = createRoute({
  getParentRoute: () => root,
  path: '/conversations',
  validateSearch: archiveSearch,
  component: lazyRouteComponent(() => import('./conversations-route.tsx'), 'ConversationsRoute'),
});

/** Below `/conversations`: the list stays as it is while conversations are read. */
const archived = createRoute({ getParentRoute: () => conversations, path: '$archived', validateSearch: archiveSearch });

/** Where links from outside lead; goes on to `/conversations`. */
const search = createRoute({
  getParentRoute: () => root,
  path: '/search/$tenant',
  validateSearch: archiveSearch,
  component: lazyRouteComponent(() => import('./search-route.tsx'), 'SearchRoute'),
});

/** Besides `q` (also empty: all conversations), which part, which sample, which conversation. */
const quality = createRoute({
  getParentRoute: () => root,
  path: '/quality',
  validateSearch: (search: Record<string, unknown>) => ({
    ...textSearch(['tab', 'sample', 'id'])(search),
    ...(typeof search['q'] === 'string' ? { q: search['q'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./quality-route.tsx'), 'QualityRoute'),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./inbox-route.tsx'), 'InboxRoute'),
});

const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  validateSearch: textSearch(['metric', 'labels']),
  component: lazyRouteComponent(() => import('../features/alerts/alerts-page.tsx'), 'AlertsPage'),
});

const journal = createRoute({
  getParentRoute: () => root,
  path: '/journal',
  component: lazyRouteComponent(() => import('../features/journal/journal-page.tsx'), 'JournalPage'),
});

const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  validateSearch: textSearch(['campaign']),
  component: lazyRouteComponent(() => import('./campaigns-route.tsx'), 'CampaignsRoute'),
});

const handOver = createRoute({
  getParentRoute: () => root,
  path: '/hand-over',
  component: lazyRouteComponent(() => import('./hand-over-route.tsx'), 'HandOverRoute'),
});

const safety = createRoute({
  getParentRoute: () => root,
  path: '/safety',
  component: lazyRouteComponent(() => import('./safety-route.tsx'), 'SafetyRoute'),
});

const doNotCall = createRoute({
  getParentRoute: () => root,
  path: '/do-not-call',
  component: lazyRouteComponent(() => import('./do-not-call-route.tsx'), 'DoNotCallRoute'),
});

const newCampaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/new',
  component: lazyRouteComponent(() => import('./campaign-editor-route.tsx'), 'CampaignEditorRoute'),
});

const editCampaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$tenant/$id/edit',
  component: lazyRouteComponent(() => import('./campaign-editor-route.tsx'), 'CampaignEditorRoute'),
});

/** One campaign by its own address: the list with it chosen. */
const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$tenant/$id',
  component: lazyRouteComponent(() => import('./campaigns-route.tsx'), 'CampaignsRoute'),
});

const contacts = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$tenant/$id/contacts',
  component: lazyRouteComponent(() => import('./contacts-route.tsx'), 'ContactsRoute'),
});

const manifest = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$tenant/$id/manifest',
  component: lazyRouteComponent(() => import('./manifest-route.tsx'), 'ManifestRoute'),
});

const api = createRoute({
  getParentRoute: () => root,
  path: '/api',
  component: lazyRouteComponent(() => import('../features/api-report/api-report.tsx'), 'ApiReport'),
});

const connection = createRoute({
  getParentRoute: () => root,
  path: '/connection',
  component: lazyRouteComponent(() => import('../features/connection/connection-page.tsx'), 'ConnectionPage'),
});

const preferences = createRoute({
  getParentRoute: () => root,
  path: '/preferences',
  component: lazyRouteComponent(() => import('../features/preferences/preferences-page.tsx'), 'PreferencesPage'),
});

const keys = createRoute({
  getParentRoute: () => root,
  path: '/keys',
  component: lazyRouteComponent(() => import('../features/keys/keys-page.tsx'), 'KeysPage'),
});

const routeTree = root.addChildren([
  home,
  missionControl,
  live.addChildren([conversation]),
  torn,
  wall,
  displayWall,
  conversations.addChildren([archived]),
  search,
  quality,
  inbox,
  alerts,
  journal,
  handOver,
  campaigns,
  safety,
  doNotCall,
  newCampaign,
  campaign,
  editCampaign,
  contacts,
  manifest,
  api,
  connection,
  preferences,
  keys,
]);

/** Reads texts of these names from the search part of an address; anything else is left out. */
function textSearch<const Name extends string>(names: readonly Name[]) {
  return (search: Record<string, unknown>): { readonly [N in Name]?: string } => {
    const found: { [N in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') found[name] = value;
    }
    return found;
  };
}

/** The router over the part of the address behind `#`: it is never sent or stored anywhere. */
export function createConsoleRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({ routeTree, history, defaultErrorComponent: RouteCrash, defaultPreload: 'intent' });
}

export type ConsoleRouter = ReturnType<typeof createConsoleRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: ConsoleRouter;
  }
}
