import {
  Activity,
  Archive,
  Bell,
  Braces,
  Gauge,
  Inbox,
  LayoutGrid,
  type LucideIcon,
  Megaphone,
  PhoneOff,
  PlugZap,
  ScrollText,
  ShieldAlert,
  SlidersHorizontal,
} from 'lucide-react';

/** One destination of the rail and the palette. Digits 1-9 open them in this order. */
export interface Place {
  readonly to:
    | '/mission-control'
    | '/live'
    | '/conversations'
    | '/inbox'
    | '/campaigns'
    | '/do-not-call'
    | '/safety'
    | '/wall'
    | '/alerts'
    | '/journal'
    | '/api'
    | '/preferences'
    | '/connection';
  readonly label:
    | 'missionControl'
    | 'liveView'
    | 'conversations'
    | 'inbox'
    | 'campaigns'
    | 'doNotCall'
    | 'safety'
    | 'wall'
    | 'alerts'
    | 'journal'
    | 'bindingReport'
    | 'preferences'
    | 'connection';
  readonly icon: LucideIcon;
}

export interface PlaceGroup {
  readonly label: 'monitor' | 'outbound' | 'settings' | 'api';
  readonly places: readonly Place[];
}

/** The platform's own groups, with what exists in this version. */
export const placeGroups: readonly PlaceGroup[] = [
  {
    label: 'monitor',
    places: [
      { to: '/mission-control', label: 'missionControl', icon: Gauge },
      { to: '/live', label: 'liveView', icon: Activity },
      { to: '/conversations', label: 'conversations', icon: Archive },
      { to: '/inbox', label: 'inbox', icon: Inbox },
      { to: '/wall', label: 'wall', icon: LayoutGrid },
      { to: '/alerts', label: 'alerts', icon: Bell },
      { to: '/journal', label: 'journal', icon: ScrollText },
    ],
  },
  {
    label: 'outbound',
    places: [
      { to: '/campaigns', label: 'campaigns', icon: Megaphone },
      { to: '/do-not-call', label: 'doNotCall', icon: PhoneOff },
      { to: '/safety', label: 'safety', icon: ShieldAlert },
    ],
  },
  {
    label: 'settings',
    places: [
      { to: '/preferences', label: 'preferences', icon: SlidersHorizontal },
      { to: '/connection', label: 'connection', icon: PlugZap },
    ],
  },
  { label: 'api', places: [{ to: '/api', label: 'bindingReport', icon: Braces }] },
];

export const places: readonly Place[] = placeGroups.flatMap((group) => group.places);
