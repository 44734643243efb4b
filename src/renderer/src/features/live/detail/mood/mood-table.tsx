import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMask } from '../../../../app/use-mask.ts';
import type { MoodSeries } from './mood-series.ts';
import { useMoodWords } from './use-mood-words.ts';

interface MoodTableProps {
  readonly series: MoodSeries;
  readonly timeZone: string | undefined;
  readonly onShow: (message: string) => void;
}

/** The same course as rows, the newest first; a message can be gone to. */
export function MoodTable({ series, timeZone, onShow }: MoodTableProps): ReactNode {
  const { t } = useTranslation('live');
  const words = useMoodWords(series.over, timeZone);
  const mask = useMask();
  return (
    <section
      aria-label={t('mood.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
      tabIndex={0}
      className="h-full overflow-auto px-3 py-1 -outline-offset-2"
    >
      <table className="w-full text-sm">
        <thead className="text-xs text-fg-3">
          <tr>
            <th scope="col" className="text-start font-semibold">
              {t(series.over === 'time' ? 'mood.when' : 'mood.turn')}
            </th>
            <th scope="col" className="px-3 text-end font-semibold">
              {t('mood.title')}
            </th>
            <th scope="col" className="text-start font-semibold">
              {series.over === 'time' ? t('mood.message') : ''}
            </th>
          </tr>
        </thead>
        <tbody>
          {series.points.toReversed().map(({ x, mood, message }) => (
            <tr key={message?.id ?? x} className="align-top">
              <td className="whitespace-nowrap text-fg-2">{words.place(x)}</td>
              <td className="px-3 text-end">{words.mood(mood)}</td>
              <td className="w-full max-w-0">
                {message === undefined ? null : (
                  <button
                    type="button"
                    title={t('mood.show')}
                    onClick={() => onShow(message.id)}
                    className="max-w-full truncate rounded-sm text-start text-fg-2 hover:text-fg hover:underline"
                  >
                    {mask.text(message.text)}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
