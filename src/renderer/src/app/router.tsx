import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { RouteCrash } from './route-crash.tsx';

/** The console's places. Every view is fetched when it is first opened. */
const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: RouteCrash });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/live' });
  },
});

const live = createRoute({
  getParentRoute: () => root,
  path: '/live',
  component: lazyRouteComponent(() => import('./live-route.tsx'), 'LiveRoute'),
});

const conversation = createRoute({
  getParentRoute: () => root,
  path: '/live/$tenant/$id',
  component: lazyRouteComponent(() => import('./live-route.tsx'), 'LiveRoute'),
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

const routeTree = root.addChildren([home, live, conversation, api, connection, preferences]);

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
