import { Link } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../components/button.tsx';
import { Tooltip } from '../components/tooltip.tsx';
import { OpenAlerts } from './open-alerts.tsx';
import { type Place, placeGroups } from './places.ts';
import { usePreferences } from './session-context.tsx';

/** The left rail: the platform's groups; collapses to icons. */
export function Rail(): ReactNode {
  const { t } = useTranslation('shell');
  const { preferences, change } = usePreferences();
  const collapsed = preferences.railCollapsed;
  const Toggle = collapsed ? PanelLeftOpen : PanelLeftClose;
  return (
    <nav
      aria-label={t('navigation')}
      className={`isolate row-span-1 flex print:hidden min-h-0 flex-col overflow-x-hidden overflow-y-auto border-r bg-surface px-2 pt-3 pb-2 ${collapsed ? 'w-12' : 'w-52'}`}
    >
      {placeGroups.map((group) => (
        <div key={group.label} className="mb-3">
          <h2
            className={
              collapsed ? 'sr-only' : 'px-2 pt-1 pb-1.5 text-xs font-semibold tracking-wider text-fg-3 uppercase'
            }
          >
            {t(group.label)}
          </h2>
          <ul className="flex flex-col gap-0.5">
            {group.places.map((place) => (
              <li key={place.to}>
                <RailLink place={place} collapsed={collapsed} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className={`mt-auto flex ${collapsed ? 'justify-center' : 'justify-end'}`}>
        <IconButton
          label={t(collapsed ? 'expandRail' : 'collapseRail')}
          aria-expanded={!collapsed}
          onClick={() => void change({ railCollapsed: !collapsed }).catch(() => undefined)}
        >
          <Toggle className="icon" aria-hidden />
        </IconButton>
      </div>
    </nav>
  );
}

function RailLink({ place, collapsed }: { readonly place: Place; readonly collapsed: boolean }): ReactNode {
  const { t } = useTranslation('shell');
  const Icon = place.icon;
  const link = (
    <Link
      to={place.to}
      className={`relative flex h-7 items-center gap-3 rounded-md px-2 text-fg-2 hover:bg-hover hover:text-fg data-[status=active]:bg-selected data-[status=active]:font-semibold data-[status=active]:text-fg ${collapsed ? 'justify-center' : ''}`}
    >
      <Icon className="icon" aria-hidden />
      <span className={collapsed ? 'sr-only' : 'truncate'}>{t(place.label)}</span>
      {place.to === '/alerts' ? <OpenAlerts small={collapsed} /> : null}
    </Link>
  );
  return collapsed ? <Tooltip text={t(place.label)}>{link}</Tooltip> : link;
}
