import { History } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../../shared/ipc/envelope.ts';
import type { AwayItem, AwayList as AwayListModel } from '../../../../../shared/models/away.ts';
import { useMask } from '../../../app/use-mask.ts';
import { call } from '../../../bridge/bridge.ts';
import { useLatest } from '../../../bridge/stream.ts';
import { Button } from '../../../components/button.tsx';
import { timeOfDay } from '../../../components/time.tsx';
import { useLiveWords } from '../model/use-live-words.ts';

interface AwayListProps {
  readonly tenant: string;
  readonly timeZone: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** What mattered while the console could not see it, until the operator puts it away; never as if it happened now. */
export function AwayList({ tenant, timeZone, onOpen }: AwayListProps): ReactNode {
  const { t } = useTranslation('live');
  const open = useCallback(
    (api: BridgeApi, on: (batch: Envelope<AwayListModel>) => void) => api.live.away({ tenant }, on),
    [tenant],
  );
  const list = useLatest(open).value;
  if (list === undefined || list.items.length === 0) return null;
  const putAway = (ids?: string[]) => {
    // What could not be put away stays in the list: nothing else to say.
    call((api) => api.live.acknowledgeAway({ tenant, ...(ids === undefined ? {} : { ids }) })).catch(() => undefined);
  };
  return (
    <details className="mx-4 mb-2 rounded-md border border-warn bg-surface" data-testid="away">
      <summary className="flex cursor-pointer items-center gap-2 px-3 py-1.5">
        <History className="icon text-warn" aria-hidden />
        <strong className="flex-1 font-semibold">{t('away.title', { count: list.items.length })}</strong>
        <Button
          look="quiet"
          onClick={(event) => {
            event.preventDefault();
            putAway();
          }}
        >
          {t('away.allSeen')}
        </Button>
      </summary>
      <ul className="max-h-56 overflow-auto border-t border-line px-3 py-1">
        {list.items.map((item) => (
          <li key={item.id} className="flex items-center gap-2 py-0.5">
            <span className="min-w-0 flex-1 truncate">
              <What item={item} /> <Between item={item} timeZone={timeZone} />
            </span>
            <Button look="quiet" onClick={() => onOpen(item.conversation)}>
              {t('away.open')}
            </Button>
            <Button look="quiet" onClick={() => putAway([item.id])}>
              {t('away.gotIt')}
            </Button>
          </li>
        ))}
      </ul>
      {list.dropped === 0 ? null : (
        <p className="px-3 pb-1.5 text-sm text-fg-3">{t('away.dropped', { count: list.dropped })}</p>
      )}
    </details>
  );
}

function What({ item }: { readonly item: AwayItem }): ReactNode {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const contact = useMask().contact(item.contact);
  switch (item.kind) {
    case 'risk':
      return t('away.risk', { contact, risk: item.risk === undefined ? '' : words.riskLevel(item.risk.level) });
    case 'ended':
      return item.status === undefined
        ? t('away.ended', { contact })
        : t('away.endedAs', { contact, status: words.status(item.status) });
    case 'taken-over':
      return t('away.takenOver', { contact, name: item.by?.name ?? t('away.someone') });
    case 'handed-off': {
      const skills = (item.skills ?? []).join(', ');
      return skills === '' ? t('away.handedOff', { contact }) : t('away.handedOffTo', { contact, skills });
    }
  }
}

function Between({ item, timeZone }: { readonly item: AwayItem; readonly timeZone: string | undefined }): ReactNode {
  const { t, i18n } = useTranslation('live');
  const time = (at: number) => timeOfDay(at, i18n.language, timeZone);
  return <span className="text-sm text-fg-3">{t('away.between', { from: time(item.from), to: time(item.to) })}</span>;
}
