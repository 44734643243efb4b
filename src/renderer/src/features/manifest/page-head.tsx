import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkbenchView } from '../../../../shared/models/manifest-workbench.ts';
import { IconButton } from '../../components/button.tsx';
import { campaignState } from './campaign-state.ts';
import { type Step, Steps } from './steps.tsx';
import { useFigures } from './use-words.ts';

interface PageHeadProps {
  readonly view: WorkbenchView;
  readonly step: Step;
  readonly onGo: (step: Step) => void;
  readonly onBack: () => void;
}

/** The campaign, the file in a line, and the steps. */
export function PageHead({ view, step, onGo, onBack }: PageHeadProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { campaign, upload, receipts } = view;
  const facts = useFileFacts(view);
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-6 pt-4 pb-3">
      <IconButton label={t('back')} onClick={onBack}>
        <ArrowLeft className="icon" aria-hidden />
      </IconButton>
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-xl font-semibold">{campaign?.name ?? t('title')}</h1>
        <p className="truncate text-sm text-fg-2" title={facts}>
          {facts}
        </p>
      </div>
      <Steps current={step} open={openSteps(view, upload !== undefined, receipts.length > 0)} onGo={onGo} />
    </header>
  );
}

function openSteps(view: WorkbenchView, uploading: boolean, hasReceipts: boolean): readonly Step[] {
  if (uploading) return ['upload'];
  const steps: Step[] = ['file'];
  if (view.check !== undefined || view.busy?.what === 'checking') steps.push('check');
  if (view.check?.finished === true) steps.push('approve');
  if (hasReceipts) steps.push('receipt');
  return steps;
}

/** `draft · contacts-nov.csv · 106 MB · UTF-8 with BOM · comma` */
function useFileFacts({ campaign, file, upload }: WorkbenchView): string {
  const { t } = useTranslation('manifest');
  const { bytes } = useFigures();
  const state = campaign === undefined ? undefined : campaignState(campaign.state, t);
  if (file === undefined) {
    return [state, upload?.fileName ?? t('nothingLeaves')].filter(Boolean).join(' · ');
  }
  const encoding = t(`encodings.${file.encoding}`);
  return [
    state,
    file.name,
    bytes(file.bytes),
    ...(file.kind === 'xlsx'
      ? [t('facts.sheet', { name: file.sheet ?? '' })]
      : [file.marked ? `${encoding} ${t('facts.bom')}` : encoding, t(`delimiters.${file.delimiter}`)]),
    file.headerRow > 0 ? t('facts.headerRow', { row: file.headerRow }) : t('facts.noHeader'),
  ]
    .filter(Boolean)
    .join(' · ');
}
