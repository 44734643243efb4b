import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BindingReport } from '../../../../shared/models/operation.ts';
import { matches } from './matches.ts';
import { PlaceWords } from './place-words.tsx';

/** The rest of the document, so that nothing of the API is hidden. */
export function UnusedTable({
  unused,
  query,
}: {
  readonly unused: BindingReport['unused'];
  readonly query: string;
}): ReactNode {
  const { t } = useTranslation('apiReport');
  if (unused.length === 0) return <p className="text-fg-2">{t('unusedNone')}</p>;
  const shown = unused.filter(({ path, operationId, tag }) => matches(query, [path, operationId, tag]));
  return (
    <details open={query !== ''} className="rounded-lg border">
      <summary className="cursor-default rounded-lg px-3 py-2 hover:bg-hover">
        {t('unused', { value: unused.length })}
      </summary>
      <table className="w-full table-fixed border-collapse border-t">
        <thead className="text-left text-xs text-fg-3">
          <tr>
            <th className="border-b px-3 py-1.5 font-semibold">{t('place')}</th>
            <th className="w-[28%] border-b px-3 font-semibold">{t('operationId')}</th>
            <th className="w-[18%] border-b px-3 font-semibold">{t('tag')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ method, path, operationId, tag }) => (
            <tr key={`${method} ${path}`} className="hover:bg-hover">
              <td className="h-row px-3 py-1 select-text">
                <PlaceWords method={method} path={path} />
              </td>
              <td className="max-w-0 truncate px-3 font-mono text-sm text-fg-2 select-text" title={operationId}>
                {operationId}
              </td>
              <td className="max-w-0 truncate px-3 text-fg-2" title={tag}>
                {tag}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
