import type { TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOver } from '../../../../shared/models/hand-over.ts';
import { Section } from '../../components/page.tsx';
import { words } from './line-words.ts';
import type { HandOverParts } from './parts.ts';

const KINDS = ['alerts', 'incidents', 'campaigns', 'holds', 'watched'] as const;

/** What there is, one section a kind; a kind that could not be read says so instead of looking empty. */
export function Lines({ of, parts }: { readonly of: HandOver; readonly parts: HandOverParts }): ReactNode {
  const { t } = useTranslation('handOver');
  const lines = useMemo(() => words(of, parts, t as TFunction<'handOver'>), [of, parts, t]);
  return KINDS.map((kind) => (
    <Section key={kind} title={t(kind)}>
      {of[kind].unread ? (
        <p role="alert" className="text-warn">
          {t('unread')}
        </p>
      ) : null}
      {lines[kind].length === 0 ? (
        of[kind].unread ? null : (
          <p className="text-fg-2">{t(`none.${kind}`)}</p>
        )
      ) : (
        <ul aria-label={t(kind)} className="flex flex-col gap-1.5">
          {lines[kind].map(({ id, title, facts }) => (
            <li key={id} className="flex break-inside-avoid flex-wrap gap-x-3">
              <span className="font-semibold">{title}</span>
              <span className="text-fg-2">{facts.join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
      {of[kind].more === 0 ? null : <p className="text-fg-2">{t('more', { count: of[kind].more })}</p>}
    </Section>
  ));
}
