import { BellOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../../shared/models/alert.ts';
import { useMask } from '../../app/use-mask.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { EmptyState } from '../../components/states.tsx';
import { exactTime, Time } from '../../components/time.tsx';
import { MetricReason, MetricSeen } from './metric-rules/metric-reason.tsx';
import { Reasons } from './reasons.tsx';

const tell = (thrown: unknown) => announce(failureOf(thrown).message, 'assertive');
const TONES = { info: 'neutral', warning: 'warn', critical: 'danger' } as const;

/** How long an alert is put off; the words say it too. */
export const SNOOZE_MINUTES = 10;

/** Alerts that ask for a look. */
export function openAlerts(inbox: readonly Alert[]): readonly Alert[] {
  return inbox.filter(({ state, acknowledged }) => state === 'active' && !acknowledged);
}

/** Where alerts lead that are not about a conversation. */
export interface InboxActions {
  readonly onOpenMetric: () => void;
  readonly onOpenCampaign: (tenant: string, id: string) => void;
}

/** All alerts of this run, newest first, grouped by nothing: each can be opened, understood and put away. */
export function AlertInbox({
  inbox,
  onOpenMetric,
  onOpenCampaign,
}: InboxActions & { readonly inbox: readonly Alert[] }): ReactNode {
  const { t } = useTranslation('alerts');
  if (inbox.length === 0) {
    return (
      <EmptyState icon={<BellOff aria-hidden />} title={t('empty')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t('inbox')} className="flex flex-col gap-1">
      {inbox.map((alert) => (
        <AlertLine key={alert.id} alert={alert} onOpenMetric={onOpenMetric} onOpenCampaign={onOpenCampaign} />
      ))}
    </ul>
  );
}

function AlertLine({ alert, onOpenMetric, onOpenCampaign }: InboxActions & { readonly alert: Alert }): ReactNode {
  const { t, i18n } = useTranslation('alerts');
  const [why, setWhy] = useState(false);
  const { id, tenant, rule } = alert;
  const ids = [id];
  const isOpen = alert.state === 'active' && !alert.acknowledged;
  const open = () => {
    call((api) => api.alerts.acknowledge({ ids })).catch(tell);
    if (alert.about === 'metric') onOpenMetric();
    else if (alert.about === 'campaign') onOpenCampaign(tenant, alert.campaign.id);
    else {
      const message = alert.because.find((evidence) => evidence.message !== undefined)?.message;
      call((api) => api.windows.goTo({ tenant, id: alert.conversation, message })).catch(tell);
    }
  };
  return (
    <li data-alert={alert.state} className="rounded-md border bg-surface px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={TONES[rule.severity]}>{t(`severity.${rule.severity}`)}</Chip>
        <span className={isOpen ? 'font-semibold' : 'text-fg-2'}>{rule.name}</span>
        <span className="text-fg-2">
          <AlertSubject alert={alert} />
        </span>
        <span className="text-sm text-fg-3">
          <Time at={alert.at} /> · <StateWord alert={alert} />
        </span>
        <span className="flex-1" />
        <Button look="quiet" aria-expanded={why} onClick={() => setWhy(!why)}>
          {t('why')}
        </Button>
        {isOpen ? (
          <>
            <Button onClick={() => void call((api) => api.alerts.snooze({ ids, minutes: SNOOZE_MINUTES })).catch(tell)}>
              {t('snooze')}
            </Button>
            <Button onClick={() => void call((api) => api.alerts.acknowledge({ ids })).catch(tell)}>
              {t('acknowledge')}
            </Button>
          </>
        ) : null}
        <Button look={isOpen ? 'primary' : 'plain'} onClick={open}>
          {t(OPENS[alert.about])}
        </Button>
      </div>
      {why ? (
        <div className="pt-2">
          <p className="text-sm">{t('whyAll', { rule: rule.name, time: exactTime(alert.at, i18n.language) })}</p>
          <AlertReason alert={alert} />
          {alert.silent === undefined ? null : <p className="text-sm text-fg-3">{t(`silent.${alert.silent}`)}</p>}
        </div>
      ) : null}
    </li>
  );
}

const OPENS = { metric: 'openMetric', campaign: 'openCampaign', conversation: 'openConversation' } as const;

/** What an alert is about, as the operator recognises it. */
function AlertSubject({ alert }: { readonly alert: Alert }): ReactNode {
  const mask = useMask();
  if (alert.about === 'metric') return <MetricSeen alert={alert} />;
  return alert.about === 'campaign' ? alert.campaign.name : mask.contact(alert.contact);
}

function AlertReason({ alert }: { readonly alert: Alert }): ReactNode {
  if (alert.about === 'metric') return <MetricReason alert={alert} />;
  if (alert.about === 'campaign') return <p className="text-sm text-fg-2">{alert.said}</p>;
  return <Reasons because={alert.because} />;
}

function StateWord({ alert }: { readonly alert: Alert }): ReactNode {
  const { t } = useTranslation('alerts');
  if (alert.state === 'taken' && alert.about === 'conversation') {
    return alert.takenBy === undefined ? t('state.takenBySomeone') : t('state.taken', { name: alert.takenBy });
  }
  const state = alert.state === 'taken' ? 'over' : alert.state;
  return t(`state.${state === 'active' && alert.acknowledged ? 'acknowledged' : state}`);
}
