import { type ReactNode, useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ToldText } from '../../../lib/told-text.tsx';
import type { DrillTarget } from '../model/drill.ts';
import type { TileLook, TileReader } from '../model/tile-reader.ts';

interface TileValueProps {
  readonly look: TileLook;
  /** The id of the element that says what the number is. */
  readonly nameId: string;
  readonly read: TileReader;
  readonly subscribe: (changed: () => void) => () => void;
  readonly drill: DrillTarget | undefined;
  readonly hasCampaigns: boolean;
  readonly onDrill: (target: DrillTarget) => void;
  readonly onOpen: () => void;
}

/** The number itself; a press shows what is behind it: conversations, campaigns, or else its past and its parts. */
export function TileValue(props: TileValueProps): ReactNode {
  const { look, nameId, read, subscribe, drill, hasCampaigns, onDrill, onOpen } = props;
  const { t } = useTranslation('missionControl');
  const numberId = useId();
  const number = useCallback(() => read().shown?.number ?? '', [read]);
  if (!look.hasValue) {
    return <span className="text-lg text-fg-3">{t(look.told === undefined ? 'notTold' : 'noValue')}</span>;
  }
  const toCampaigns = drill?.kind === 'campaigns' && hasCampaigns;
  const deed = t(drill === undefined ? 'openDetails' : toCampaigns ? 'showCampaigns' : 'showBehind');
  return (
    <button
      type="button"
      className="shrink-0 rounded-md text-left hover:underline"
      // Named by what is seen: a hidden text would be a layer more to walk for each tile of a board, with each answer.
      aria-labelledby={`${nameId} ${numberId}`}
      title={deed}
      onClick={() => (drill === undefined ? onOpen() : onDrill(drill))}
    >
      <span id={numberId}>
        <ToldText
          className="text-2xl font-semibold tabular-nums"
          testId="tile-value"
          text={number}
          subscribe={subscribe}
        />
        {look.unit === '' ? null : <span className="text-lg text-fg-2"> {look.unit}</span>}
      </span>
    </button>
  );
}
