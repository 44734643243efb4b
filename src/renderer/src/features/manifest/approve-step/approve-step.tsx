import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadName } from '../../../../../shared/models/manifest-columns.ts';
import { ROW_REASONS } from '../../../../../shared/models/manifest-reasons.ts';
import type { WorkbenchView } from '../../../../../shared/models/manifest-workbench.ts';
import { call } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { Facts, Section } from '../../../components/page.tsx';
import { campaignState } from '../campaign-state.ts';
import { StepFoot } from '../step-foot.tsx';
import type { Step } from '../steps.tsx';
import { useFigures } from '../use-words.ts';
import type { Workbench } from '../use-workbench.ts';
import { DiffSection } from './diff-section.tsx';
import { ZoneList } from './zone-list.tsx';

interface ApproveStepProps {
  readonly bench: Workbench;
  readonly view: WorkbenchView;
  readonly onGo: (step: Step) => void;
}

/** What will leave this computer, and what will not, before it does. */
export function ApproveStep({ bench, view, onGo }: ApproveStepProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const { check, campaign, mode, busy } = view;
  const accepted = check?.reasons.accepted ?? 0;
  const count = { count: accepted, n: number(accepted) };
  const zones = useQuery({
    queryKey: ['manifest-zones', bench.which, check?.epoch],
    queryFn: () => call((api) => api.manifests.zones(bench.which)),
    gcTime: 0,
  });
  const unread = view.compared.filter(({ state }) => state === 'failed' || state === 'unavailable');
  return (
    <>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-4">
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          <div className="flex flex-col gap-4">
            <Section title={t('approve.title', { ...count, campaign: campaign?.name ?? t('title') })}>
              <p>{t(`approve.${mode}`)}</p>
              {campaign === undefined ? null : (
                <p className={campaign.state === 'running' ? 'text-warn' : 'text-fg-2'}>
                  {campaign.state === 'running'
                    ? t('approve.running')
                    : t('approve.dispatcher', { state: campaignState(campaign.state, t).toLocaleLowerCase() })}
                </p>
              )}
              {unread.length === 0 ? null : (
                <p className="text-warn">
                  {t('approve.unread', {
                    names: unread
                      .map(({ kind, name }) => name ?? t(`compared.${kind === 'other' ? 'own' : kind}`))
                      .join(', '),
                  })}
                </p>
              )}
              <Facts facts={[[t('approve.columns'), columnsOf(view).join(', ')]]} />
            </Section>
            <Section title={t('approve.zones')}>
              <p className="text-fg-2">{t('approve.zonesWhat')}</p>
              <ZoneList zones={zones.data} fallback={campaign?.fallbackTimeZone} />
            </Section>
          </div>
          <div className="flex flex-col gap-4">
            <NotSent view={view} />
            <DiffSection bench={bench} epoch={check?.epoch ?? 0} busy={busy !== undefined} />
          </div>
        </div>
      </div>
      <StepFoot note={t('nothingLeaves')}>
        <Button onClick={() => onGo('check')}>{t('approve.edit')}</Button>
        <Button
          look="primary"
          busy={busy !== undefined}
          disabledReason={
            view.missing.length === 0 ? undefined : t('approve.missing', { operations: view.missing.join(', ') })
          }
          onClick={() => void bench.act((api, which) => api.upload({ ...which, accepted }))}
        >
          {t('approve.button', count)}
        </Button>
      </StepFoot>
    </>
  );
}

function columnsOf({ uses }: WorkbenchView): readonly string[] {
  return uses.map(uploadName).filter((name) => name !== undefined);
}

function NotSent({ view }: { readonly view: WorkbenchView }): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const reasons = view.check?.reasons ?? {};
  const left = ROW_REASONS.filter((reason) => reason !== 'accepted' && (reasons[reason] ?? 0) > 0);
  const rows = left.reduce((sum, reason) => sum + (reasons[reason] ?? 0), 0);
  return (
    <Section title={t('approve.notSent')}>
      <p className="text-fg-2">{t('approve.notSentRows', { count: rows, n: number(rows) })}</p>
      <dl className="grid max-w-xs grid-cols-[minmax(0,1fr)_max-content] gap-x-6 gap-y-1">
        {left.map((reason) => (
          <div key={reason} className="contents">
            <dt className="text-fg-2">{t(`reasons.${reason}`)}</dt>
            <dd className="text-right">{number(reasons[reason] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
