import type { Labels } from '../../../shared/models/metric.ts';
import { textOf } from '../decode/values.ts';
import { createVocabulary, directionWord, platformWord, statusWord } from '../decode/vocabulary.ts';
import { isRecord, own, safeKeys } from '../json.ts';

/** Names of labels that the console filters and groups by; any other stays as it came. */
const labelWord = createVocabulary({
  channel: ['platform', 'medium', 'channeltype'],
  direction: [],
  status: ['conversationstatus', 'state', 'outcome'],
  flow: ['flowname', 'journey', 'dialogflow'],
  function: ['functionname', 'tool', 'toolname', 'action'],
  skill: ['queue', 'queuename', 'skillname'],
  availability: ['presence', 'agentstatus'],
  campaign: ['campaignname'],
  reason: ['error', 'cause', 'failure', 'errortype'],
});

const valueWords: Readonly<Record<string, (value: string) => string>> = {
  channel: platformWord,
  direction: directionWord,
  status: statusWord,
};

const MOST_LABELS = 6;

/**
 * Labels in the console's words.
 *
 * @param dimensions gets the instance's spelling of each name, by ours
 */
export function decodeLabels(raw: unknown, dimensions: Map<string, string>): Labels {
  if (!isRecord(raw)) return {};
  const labels: Record<string, string> = {};
  for (const name of safeKeys(raw).slice(0, MOST_LABELS)) {
    const value = textOf(own(raw, name));
    if (value === undefined) continue;
    const ours = labelWord(name).slice(0, 60);
    if (!dimensions.has(ours)) dimensions.set(ours, name);
    labels[ours] = (valueWords[ours]?.(value) ?? value).slice(0, 200);
  }
  return labels;
}
