import { CircleAlert, CircleCheck, CircleDashed, CircleSlash } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedView, WorkbenchView } from '../../../../../shared/models/manifest-workbench.ts';
import { useFigures } from '../use-words.ts';

/** What the numbers were compared with, and with what they were not. */
export function ComparedLine({ view }: { readonly view: WorkbenchView }): ReactNode {
  const { t } = useTranslation('manifest');
  if (view.compared.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <span className="text-fg-2">{t('compared.label')}</span>
      <ul className="contents">
        {view.compared.map((list) => (
          <li key={`${list.kind} ${list.name ?? ''}`} className="flex items-center gap-1.5">
            <Mark list={list} />
            <Words list={list} replaced={view.mode === 'replace'} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Mark({ list }: { readonly list: ComparedView }): ReactNode {
  const look = 'size-3.5 flex-none';
  if (list.state === 'loaded') return <CircleCheck className={`${look} text-ok`} aria-hidden />;
  if (list.state === 'failed') return <CircleAlert className={`${look} text-danger`} aria-hidden />;
  if (list.state === 'unavailable') return <CircleSlash className={`${look} text-warn`} aria-hidden />;
  return <CircleDashed className={`${look} text-fg-3`} aria-hidden />;
}

function Words({ list, replaced }: { readonly list: ComparedView; readonly replaced: boolean }): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  if (list.kind === 'own' && replaced) return t('compared.replaced');
  const name = list.kind === 'other' ? (list.name ?? '') : t(`compared.${list.kind}`);
  return t(`compared.${list.state}`, { name, n: number(list.numbers), count: list.numbers });
}
