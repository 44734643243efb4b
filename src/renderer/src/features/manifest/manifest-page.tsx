import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkbenchView } from '../../../../shared/models/manifest-workbench.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Loading, Skeleton } from '../../components/states.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { ApproveStep } from './approve-step/approve-step.tsx';
import { CheckStep } from './check-step/check-step.tsx';
import { FileStep } from './file-step/file-step.tsx';
import { PageHead } from './page-head.tsx';
import { ReceiptStep } from './receipt-step/receipt-step.tsx';
import type { Step } from './steps.tsx';
import { texts } from './texts.ts';
import { UploadStep } from './upload-step/upload-step.tsx';
import { useWorkbench, type Workbench } from './use-workbench.ts';

export interface ManifestPageProps {
  readonly tenant: string;
  readonly campaign: string;
  readonly onBack: () => void;
}

/** The workbench of a campaign's manifest: choose a file, check it here, put it right, approve it, upload it, keep the receipt. */
export function ManifestPage({ tenant, campaign, onBack }: ManifestPageProps): ReactNode {
  useLateTexts('manifest', texts);
  const bench = useWorkbench(tenant, campaign);
  const { value, failure } = bench.latest;
  if (value === undefined) {
    return (
      <div className="p-6">
        {failure === undefined ? (
          <Loading>
            <Skeleton className="h-7 w-72" />
            <Skeleton className="mt-4 h-40 w-full" />
          </Loading>
        ) : (
          <ErrorPanel shape="panel" failure={failure} />
        )}
      </div>
    );
  }
  return <Steered bench={bench} view={value} onBack={onBack} />;
}

interface SteeredProps {
  readonly bench: Workbench;
  readonly view: WorkbenchView;
  readonly onBack: () => void;
}

function Steered({ bench, view, onBack }: SteeredProps): ReactNode {
  const { t } = useTranslation('manifest');
  const [step, setStep] = useStep(view);
  const failure = bench.failure ?? (step === 'upload' ? undefined : view.failure);
  return (
    <div className="flex h-full min-h-0 flex-col" data-step={step}>
      <PageHead view={view} step={step} onGo={setStep} onBack={onBack} />
      <div className="flex flex-col gap-2 px-6">
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
        {view.campaignFailure === undefined ? null : <ErrorPanel failure={view.campaignFailure} />}
      </div>
      <section aria-label={t(`steps.${step}`)} className="flex min-h-0 flex-1 flex-col">
        {step === 'file' ? <FileStep bench={bench} view={view} onChecked={() => setStep('check')} /> : null}
        {step === 'check' ? <CheckStep bench={bench} view={view} onGo={setStep} /> : null}
        {step === 'approve' ? <ApproveStep bench={bench} view={view} onGo={setStep} /> : null}
        {step === 'upload' && view.upload !== undefined ? <UploadStep bench={bench} upload={view.upload} /> : null}
        {step === 'receipt' ? <ReceiptStep bench={bench} view={view} onNext={() => setStep('file')} /> : null}
      </section>
    </div>
  );
}

/** Where one is: as chosen, as far as the manifest allows it; an upload and its receipt are shown when they come. */
function useStep(view: WorkbenchView): readonly [Step, (step: Step) => void] {
  const [chosen, setChosen] = useState<Step>(view.check === undefined ? 'file' : 'check');
  const { upload, file, check, receipts } = view;
  const newest = receipts[0]?.id;
  const seen = useRef(newest);
  useEffect(() => {
    if (newest !== seen.current && newest !== undefined) setChosen('receipt');
    seen.current = newest;
  }, [newest]);
  if (upload !== undefined) return ['upload', setChosen];
  if (chosen === 'receipt' && newest !== undefined) return ['receipt', setChosen];
  const checks = view.busy?.what === 'checking' || check !== undefined;
  if (file === undefined || !checks) return ['file', setChosen];
  if (chosen === 'approve' && check?.finished === true) return ['approve', setChosen];
  return [chosen === 'check' || chosen === 'approve' ? 'check' : 'file', setChosen];
}
