import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Dices } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Criterion, QualityView } from '../../../../shared/models/quality.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { useScreenReady } from '../../bridge/screen-ready.ts';
import { type OpenStream, useLatest } from '../../bridge/stream.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { EmptyState, Loading, Skeleton } from '../../components/states.tsx';
import { TabList } from '../../components/tab-list.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import type { QualityParts, QualityPlace } from './parts.ts';
import { ResultsTab } from './results-tab.tsx';
import { ReviewDesk } from './review/review-desk.tsx';
import { DrawDialog } from './samples/draw-dialog.tsx';
import { SampleItems } from './samples/sample-items.tsx';
import { SampleList } from './samples/sample-list.tsx';
import { ScorecardTab } from './scorecard-tab.tsx';
import { texts } from './texts.ts';

const TABS = ['samples', 'results', 'scorecard'] as const;
type Tab = (typeof TABS)[number];

interface QualityPageProps {
  readonly tenant: string;
  readonly timeZone: string;
  readonly parts: QualityParts;
  readonly place: QualityPlace;
  /** The search that a sample would be drawn from. */
  readonly search: string | undefined;
  readonly onPlace: (place: QualityPlace) => void;
}

/** Quality review: samples drawn from the archive, a scorecard beside the transcript, and what came of it. */
export function QualityPage({ tenant, timeZone, parts, place, search, onPlace }: QualityPageProps): ReactNode {
  useLateTexts('quality', texts);
  const { t } = useTranslation('quality');
  const open = useCallback<OpenStream<QualityView>>((api, on) => api.quality.state({ tenant }, on), [tenant]);
  const { value: view, failure } = useLatest(open);
  // Coming from a search, one wants a sample of it.
  const [drawing, setDrawing] = useState(search !== undefined);
  const [edited, setEdited] = useState<readonly Criterion[]>();
  const tab: Tab = TABS.find((one) => one === place.tab) ?? 'samples';
  const { sample: sampleId, id } = place;
  const sample = view?.samples.find((one) => one.id === sampleId);
  const items = useQuery({
    queryKey: ['quality-sample', tenant, sampleId, view?.revision],
    queryFn: () => call((api) => api.quality.sample({ tenant, id: sampleId ?? '' })),
    enabled: sample !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  useScreenReady('quality', view !== undefined);
  const list = sample === undefined ? [] : (items.data ?? []);
  const openItem = (next: string | undefined) =>
    onPlace({
      ...(sampleId !== undefined && { sample: sampleId }),
      ...(next !== undefined && { id: next }),
    });
  const at = list.findIndex((one) => one.id === id);
  const beside = (step: 1 | -1) => {
    const next = list[at + step];
    if (next !== undefined) openItem(next.id);
  };
  const nextOne = [...list.slice(at + 1), ...list.slice(0, Math.max(0, at))].find(({ state }) => state !== 'finished');
  const onKeyDown = (event: KeyboardEvent) => {
    const typing =
      event.target instanceof HTMLTextAreaElement ||
      (event.target instanceof HTMLInputElement && event.target.type !== 'radio' && event.target.type !== 'checkbox');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || id === undefined) return;
    if (event.key === 'j') beside(1);
    else if (event.key === 'k') beside(-1);
    else if (event.key === 'Escape') openItem(undefined);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole view
    <div className="flex h-full min-w-0 flex-col" onKeyDown={onKeyDown}>
      <header className="flex flex-col gap-1 px-6 pt-4 pb-3">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="text-xl font-semibold">{t('title')}</h1>
          <TabList
            label={t('tabsLabel')}
            tabs={TABS.map((id) => ({ id, label: t(`tabs.${id}`) }))}
            chosen={tab}
            onChoose={(one) => onPlace(one === 'samples' ? {} : { tab: one })}
            prefix="quality"
            panel="quality-panel"
            tight
          />
          <span className="ms-auto">
            <Button onClick={() => setDrawing(true)}>
              <Dices className="icon" aria-hidden />
              {t('drawVerb')}
            </Button>
          </span>
        </div>
        {view === undefined || id !== undefined ? null : (
          <p className="text-sm text-fg-3">{t(view.sealed ? 'keptHere' : 'keptPlain')}</p>
        )}
        {view?.setAside === true ? (
          <p role="alert" className="text-sm text-warn">
            {t('setAside')}
          </p>
        ) : null}
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
      </header>
      <div
        role="tabpanel"
        id="quality-panel"
        aria-labelledby={`quality-${tab}`}
        className={`flex min-h-0 flex-1 border-t border-line ${tab === 'samples' && (sample !== undefined || id !== undefined) ? '' : 'flex-col overflow-auto pt-3'}`}
      >
        {view === undefined ? (
          <Loading>
            <Skeleton className="m-6 h-24 w-96" />
          </Loading>
        ) : tab === 'results' ? (
          <ResultsTab tenant={tenant} revision={view.revision} />
        ) : tab === 'scorecard' ? (
          <ScorecardTab tenant={tenant} view={view} edited={edited} onEdit={setEdited} />
        ) : sample === undefined && id === undefined ? (
          <SampleList
            samples={view.samples}
            time={parts.time}
            onOpen={(one) => onPlace({ sample: one })}
            onDraw={() => setDrawing(true)}
          />
        ) : (
          <>
            {sample === undefined ? null : (
              <SampleItems
                tenant={tenant}
                sample={sample}
                items={list}
                openId={id}
                parts={parts}
                onOpen={openItem}
                onBack={() => onPlace({})}
              />
            )}
            {items.error === null || sample === undefined ? null : (
              <div className="p-4">
                <ErrorPanel failure={failureOf(items.error)} />
              </div>
            )}
            {id === undefined ? (
              <EmptyState title={t('chooseOne')}>{t('chooseOneHelp')}</EmptyState>
            ) : (
              <ReviewDesk
                key={id}
                tenant={tenant}
                id={id}
                parts={parts}
                onBeside={beside}
                onNext={nextOne === undefined || nextOne.id === id ? undefined : () => openItem(nextOne.id)}
                onClose={() => openItem(undefined)}
              />
            )}
          </>
        )}
      </div>
      {drawing ? (
        <DrawDialog
          tenant={tenant}
          timeZone={timeZone}
          search={search ?? ''}
          drawing={view?.drawing}
          onDrawn={(one) => {
            setDrawing(false);
            onPlace({ sample: one });
          }}
          onClose={() => setDrawing(false)}
        />
      ) : null}
    </div>
  );
}
