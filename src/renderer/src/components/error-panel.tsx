import { Copy, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/models/failure.ts';
import { call } from '../bridge/bridge.ts';
import { FAILURE_TEXTS, failureWords } from '../i18n/failure-words.ts';
import { Button } from './button.tsx';

export interface ErrorPanelProps {
  readonly failure: Failure;
  /** What to do next, as Buttons. */
  readonly actions?: ReactNode;
  /** What stands in the upper corner, such as a button that puts the panel away. */
  readonly corner?: ReactNode;
  /** `panel` fills a view; `banner` is a strip above content that stays usable. */
  readonly shape?: 'panel' | 'banner';
}

/** A failure in words: what happened, what it means, what to do next, with a detail that can be copied. */
export function ErrorPanel({ failure, actions, corner, shape = 'banner' }: ErrorPanelProps): ReactNode {
  const { t } = useTranslation(FAILURE_TEXTS);
  const words = failureWords(failure, t);
  const frame =
    shape === 'banner'
      ? 'flex gap-3 rounded-md border border-danger bg-surface px-3 py-2'
      : 'mx-auto flex max-w-xl gap-3 rounded-lg border border-danger bg-surface p-5';
  return (
    <section role="alert" className={frame} data-failure={failure.detail?.reason ?? failure.code}>
      <TriangleAlert className="icon mt-0.5 text-danger" aria-hidden />
      <div className="flex min-w-0 flex-1 flex-col gap-1 select-text">
        <h2 className="font-semibold">{words.what}</h2>
        <p className="text-fg-2">{words.means}</p>
        <p>{words.next}</p>
        <div className="mt-1 flex flex-wrap items-center gap-2">
          {actions}
          <CopyDetail failure={failure} alone={actions === undefined} />
        </div>
      </div>
      {corner}
    </section>
  );
}

/** The failure as text for a report; holds no secret by the contract. */
export function failureDetailText(failure: Failure): string {
  const detail = Object.entries(failure.detail ?? {}).map(
    ([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  return [`code: ${failure.code}`, `message: ${failure.message}`, ...detail].join('\n');
}

function CopyDetail({ failure, alone }: { readonly failure: Failure; readonly alone: boolean }): ReactNode {
  const { t } = useTranslation('common');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await call((api) => api.app.copyText({ text: failureDetailText(failure) }));
    setCopied(true);
  };
  return (
    <Button
      look="quiet"
      className={alone ? '-ml-3' : ''}
      onClick={() => void copy().catch(() => setCopied(false))}
      onBlur={() => setCopied(false)}
      hint={failureDetailText(failure)}
    >
      <Copy className="icon" aria-hidden />
      {t(copied ? 'copied' : 'copyDetail')}
    </Button>
  );
}
