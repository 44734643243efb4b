import type { ReactNode } from 'react';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { LiveWords } from '../model/use-live-words.ts';

/** How full the glyph is, by level: 0 is empty, 4 is full. */
const FILLS = ['', 'M8 8V2.5A5.5 5.5 0 0 1 13.5 8Z', 'M8 2.5a5.5 5.5 0 0 1 0 11Z', 'M8 8V2.5A5.5 5.5 0 1 1 2.5 8Z'];

/** A circle that fills with the risk: the cue that needs neither colour nor words. */
export function RiskGlyph({ level }: { readonly level: number }): ReactNode {
  return (
    <svg viewBox="0 0 16 16" className="size-3.5 flex-none" aria-hidden>
      <circle
        cx="8"
        cy="8"
        r="5.5"
        fill={level >= 4 ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.75"
      />
      {level > 0 && level < 4 ? <path d={FILLS[level]} fill="currentColor" /> : null}
    </svg>
  );
}

const TONES = ['text-risk-0', 'text-risk-1', 'text-risk-2', 'text-risk-3', 'text-risk-4'];

/** The text colour of a level. */
export function riskTone(level: number | undefined): string {
  return level === undefined ? 'text-fg-3' : (TONES[level] ?? 'text-fg-3');
}

/** Risk as a glyph and a word; the stripe of the row is the third cue. */
export function RiskMark({ row, words }: { readonly row: ConversationRow; readonly words: LiveWords }): ReactNode {
  return (
    <span className={`flex items-center gap-1.5 font-semibold ${riskTone(row.risk?.level)}`}>
      {row.risk === undefined ? null : <RiskGlyph level={row.risk.level} />}
      <span className="truncate">{words.risk(row)}</span>
    </span>
  );
}
