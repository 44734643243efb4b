import { BadgeCheck, ChevronRight, CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow, Parameter } from '../../../../../shared/models/conversation.ts';
import { useMask } from '../../../app/use-mask.ts';
import { Chip } from '../../../components/chip.tsx';
import { shorten } from '../../../lib/format.ts';

const MAX_VALUE = 2000;

/** Parameters, tags and every field that the console has no place for: nothing that the instance says is dropped. */
export function Facts({ row }: { readonly row: ConversationRow }): ReactNode {
  const { t } = useTranslation('live');
  const mask = useMask();
  const other = Object.entries(row.other);
  const extra = [
    ...(row.language === undefined ? [] : [[t('facts.language'), row.language] as const]),
    ...(row.environment === undefined ? [] : [[t('facts.environment'), row.environment] as const]),
    [t('facts.id'), row.id] as const,
  ];
  return (
    <details className="group flex-none border-t border-line text-sm">
      <summary className="flex list-none items-center gap-1.5 px-4 py-1.5 text-fg-2 -outline-offset-2 hover:bg-hover">
        <ChevronRight className="size-3.5 group-open:rotate-90" aria-hidden />
        {t('facts.summary', { parameters: row.parameters.length, tags: row.tags.length, other: other.length })}
      </summary>
      <div className="flex max-h-60 flex-col gap-2 overflow-auto px-4 pb-2 select-text">
        {row.tags.length === 0 ? null : (
          <ul aria-label={t('facts.tags')} className="flex flex-wrap gap-1.5">
            {row.tags.map((tag) => (
              <li key={`${tag.name}:${tag.value ?? ''}`}>
                <Chip>{tag.value === undefined ? tag.name : `${tag.name}: ${tag.value}`}</Chip>
              </li>
            ))}
          </ul>
        )}
        {row.parameters.length === 0 ? null : (
          <Pairs title={t('facts.parameters')}>
            {row.parameters.map((parameter) => (
              <Pair key={parameter.name} name={parameter.name} value={mask.parameter(parameter.name, parameter.value)}>
                <Source source={parameter.source} />
              </Pair>
            ))}
          </Pairs>
        )}
        <Pairs title={t('facts.about')}>
          {extra.map(([name, value]) => (
            <Pair key={name} name={name} value={value} />
          ))}
        </Pairs>
        {other.length === 0 ? null : (
          <Pairs title={t('facts.other')}>
            {other.map(([name, value]) => (
              <Pair
                key={name}
                name={name}
                value={typeof value === 'string' ? mask.parameter(name, value) : (JSON.stringify(value) ?? '')}
              />
            ))}
          </Pairs>
        )}
      </div>
    </details>
  );
}

/** As high as the facts folded away, until they are drawn. */
export function FactsPlace(): ReactNode {
  return (
    <div aria-hidden className="flex-none border-t border-line px-4 py-1.5 text-sm">
      &nbsp;
    </div>
  );
}

/** Whether the instance vouches for a parameter: a browser can forge any that is only asserted. */
function Source({ source }: { readonly source: Parameter['source'] }): ReactNode {
  const { t } = useTranslation('live');
  if (source === 'unknown') return null;
  const Icon = source === 'verified' ? BadgeCheck : CircleHelp;
  return (
    <span
      className={`inline-flex items-center gap-1 text-xs ${source === 'verified' ? 'text-ok' : 'text-fg-3'}`}
      title={t(`facts.${source}Hint`)}
    >
      <Icon className="size-3" aria-hidden />
      {t(`facts.${source}`)}
    </span>
  );
}

function Pairs({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section aria-label={title}>
      <h3 className="text-xs font-semibold text-fg-3">{title}</h3>
      <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-3">{children}</dl>
    </section>
  );
}

function Pair(props: { readonly name: string; readonly value: string; readonly children?: ReactNode }): ReactNode {
  return (
    <>
      <dt className="text-fg-2">{props.name}</dt>
      <dd className="flex min-w-0 items-center gap-2">
        <span className="min-w-0 font-mono break-words">{shorten(props.value, MAX_VALUE)}</span>
        {props.children}
      </dd>
    </>
  );
}
