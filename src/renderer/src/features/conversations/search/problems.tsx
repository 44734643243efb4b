import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryProblem } from '../../../../../shared/query/parse-query.ts';

interface ProblemsProps {
  /** The search that they are of: `from` and `to` are places in it. */
  readonly text: string;
  readonly problems: readonly QueryProblem[];
  readonly field: RefObject<HTMLInputElement | null>;
}

/** What could not be read of the search, in words; each leads to its place in the field. */
export function Problems({ text, problems, field }: ProblemsProps): ReactNode {
  const { t } = useTranslation('conversations');
  if (problems.length === 0) return null;
  return (
    <ul role="alert" className="flex flex-wrap gap-x-4 text-sm text-warn">
      {problems.map(({ code, from, to, field: name = '', value = '' }) => {
        const place = text.slice(from, to);
        return (
          <li key={`${code}-${from}`}>
            <button
              type="button"
              title={t('showPlace')}
              onClick={() => mark(field.current, place, from)}
              className="rounded-sm text-start hover:bg-hover"
            >
              {/* A problem of the whole search has no place of its own to point at. */}
              {place === text ? null : (
                <>
                  <code className="font-mono underline decoration-wavy">{place}</code>{' '}
                </>
              )}
              {t(`problems.${code}`, { field: name, value })}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Selects the stretch in the field, also where it moved since; where it is not there any more the field has the focus. */
function mark(field: HTMLInputElement | null, place: string, from: number): void {
  if (field === null) return;
  field.focus();
  const at = field.value.startsWith(place, from) ? from : field.value.indexOf(place);
  if (at >= 0) field.setSelectionRange(at, at + place.length);
}
