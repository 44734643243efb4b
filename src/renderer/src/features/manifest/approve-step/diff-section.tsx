import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DIFF_KINDS, type DiffKind, type ManifestDiff } from '../../../../../shared/models/manifest-check.ts';
import { maskContact } from '../../../../../shared/models/mask.ts';
import { call } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { ToggleChip } from '../../../components/chip.tsx';
import { Section } from '../../../components/page.tsx';
import { useFigures } from '../use-words.ts';
import type { Workbench } from '../use-workbench.ts';

interface DiffSectionProps {
  readonly bench: Workbench;
  /** Of the check: with another one the comparison is no longer true. */
  readonly epoch: number;
  readonly busy: boolean;
}

/** What changed since the last manifest of the campaign. */
export function DiffSection({ bench, epoch, busy }: DiffSectionProps): ReactNode {
  const { t } = useTranslation('manifest');
  const [found, setFound] = useState<{ readonly epoch: number; readonly diff: ManifestDiff }>();
  const diff = found?.epoch === epoch ? found.diff : undefined;
  const compare = async () => {
    const made = await bench.act((api, which) => api.diff(which));
    if (made !== undefined) setFound({ epoch, diff: made });
  };
  return (
    <Section title={t('diff.title')}>
      {diff === undefined ? (
        <Button className="self-start" busy={busy} onClick={() => void compare()}>
          {t('diff.button')}
        </Button>
      ) : (
        <DiffFound bench={bench} diff={diff} />
      )}
    </Section>
  );
}

function DiffFound({ bench, diff }: { readonly bench: Workbench; readonly diff: ManifestDiff }): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const [kind, setKind] = useState<DiffKind>();
  const kinds = DIFF_KINDS.filter((one) => one !== 'changed' || diff.against === 'upload');
  return (
    <>
      <p className="text-fg-2">{t(`diff.${diff.against}`)}</p>
      <div className="flex flex-wrap items-center gap-2">
        {kinds.map((one) => (
          <ToggleChip key={one} pressed={kind === one} onPress={() => setKind(kind === one ? undefined : one)}>
            {t(`diff.${one}`)} <span className="font-semibold">{number(diff[one])}</span>
          </ToggleChip>
        ))}
        <span className="text-fg-2">
          {t('diff.same')} {number(diff.same)}
        </span>
      </div>
      {kind === undefined ? null : <DiffList key={kind} bench={bench} kind={kind} total={diff[kind]} />}
    </>
  );
}

/** Rows of the list; the whole is for the files that are exported. */
const LISTED = 100;

interface DiffListProps {
  readonly bench: Workbench;
  readonly kind: DiffKind;
  readonly total: number;
}

function DiffList({ bench, kind, total }: DiffListProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const rows = useQuery({
    queryKey: ['manifest-diff', bench.which, kind],
    queryFn: () => call((api) => api.manifests.diffRows({ ...bench.which, kind, offset: 0, limit: LISTED })),
    gcTime: 0,
  });
  if (rows.data === undefined) return null;
  if (rows.data.length === 0) return <p className="text-fg-2">{t('diff.none')}</p>;
  return (
    <div className="max-h-64 overflow-auto rounded-md border">
      <table className="w-full text-sm">
        <caption className="sr-only">{t('diff.list', { kind: t(`diff.${kind}`) })}</caption>
        <thead className="sticky top-0 bg-surface text-left text-xs text-fg-2">
          <tr>
            {kind === 'removed' ? null : <th className="px-3 py-1 text-right font-semibold">{t('diff.row')}</th>}
            <th className="px-3 py-1 font-semibold">{t('diff.phone')}</th>
            {kind === 'removed' ? null : <th className="px-3 py-1 font-semibold">{t('diff.name')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.data.map(({ phone, rowNumber, name }) => (
            <tr key={phone} className="border-t border-line/60">
              {rowNumber === undefined ? null : <td className="px-3 py-1 text-right font-mono">{number(rowNumber)}</td>}
              <td className="px-3 py-1 font-mono">{maskContact(phone)}</td>
              {kind === 'removed' ? null : <td className="px-3 py-1">{name}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.data.length ? (
        <p className="px-3 py-1 text-sm text-fg-2">{t('diff.first', { n: number(rows.data.length) })}</p>
      ) : null}
    </div>
  );
}
