import type { ReactNode } from 'react';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { LiveWords } from '../model/use-live-words.ts';

/** How full the glyph is, by level: 0 is empty, 4 is full. */
const FILLS = ['', 'M7 7V2A5 5 0 0 1 12 7Z', 'M7 2a5 5 0 0 1 0 10Z', 'M7 7V2A5 5 0 1 1 2 7Z'];

/** A circle that fills with the risk: the cue that needs neither colour nor words. */
export function RiskGlyph({ level }: { readonly level: number }): ReactNode {
  return (
    // Drawn at its own size: a scaled picture is a layer of its own, in each of many rows.
    <svg width="14" height="14" viewBox="0 0 14 14" className="me-1.5 inline-block flex-none align-[-2px]" aria-hidden>
      <circle cx="7" cy="7" r="5" fill={level >= 4 ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="1.5" />
      {level > 0 && level < 4 ? <path d={FILLS[level]} fill="currentColor" /> : null}
    </svg>
  );
}

const TONES = ['text-risk-0', 'text-risk-1', 'text-risk-2', 'text-risk-3', 'text-risk-4'];

/** The text colour of a level. */
export function riskTone(level: number | undefined): string {
  return level === undefined ? 'text-fg-3' : (TONES[level] ?? 'text-fg-3');
}

interface RiskMarkProps {
  readonly risk: ConversationRow['risk'];
  readonly words: LiveWords;
}

/** Risk as a glyph and a word; the stripe of the row is the third cue. */
export function RiskMark({ risk, words }: RiskMarkProps): ReactNode {
  return (
    <span className={`font-semibold whitespace-nowrap ${riskTone(risk?.level)}`}>
      {risk === undefined ? null : <RiskGlyph level={risk.level} />}
      {words.risk(risk)}
    </span>
  );
}
