import type { TFunction } from 'i18next';
import type { HandOver } from '../../../../shared/models/hand-over.ts';
import type { HandOverParts } from './parts.ts';
import { texts } from './texts.ts';

export interface LineWords {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly string[];
}
type Kind = 'alerts' | 'incidents' | 'campaigns' | 'holds' | 'watched';
type Action = keyof typeof texts.en.action;

const isAction = (action: string): action is Action => Object.hasOwn(texts.en.action, action);

/** Each line of a hand-over in words: what it is, and what belongs to it. */
export function words(
  { alerts, incidents, campaigns, holds, watched }: HandOver,
  parts: HandOverParts,
  t: TFunction<'handOver'>,
): Readonly<Record<Kind, readonly LineWords[]>> {
  const { time } = parts;
  return {
    alerts: alerts.items.map(
      ({ rule, severity, at, acknowledged, snoozedUntil, metric, contact, campaign }, place) => ({
        id: `${place}`,
        title: rule,
        facts: [
          t(`severity.${severity}`),
          ...(metric === undefined ? [] : [parts.metric(metric)]),
          ...(campaign === undefined ? [] : [campaign]),
          ...(contact === undefined ? [] : [parts.contact(contact)]),
          t('since', { time: time(at) }),
          t(acknowledged ? 'acknowledged' : 'notAcknowledged'),
          ...(snoozedUntil === undefined ? [] : [t('snoozed', { time: time(snoozedUntil) })]),
        ],
      }),
    ),
    incidents: incidents.items.map(({ id, title, startedAt, endedAt }) => ({
      id,
      title,
      facts:
        endedAt === undefined
          ? [t('since', { time: time(startedAt) }), t('goesOn')]
          : [t('from', { from: time(startedAt), to: time(endedAt) })],
    })),
    campaigns: campaigns.items.map(({ id, name, updatedAt }) => ({
      id,
      title: name,
      facts: updatedAt === undefined ? [] : [t('since', { time: time(updatedAt) })],
    })),
    holds: holds.items.map(({ id, action, phase, dueAt, total }) => ({
      id,
      title: isAction(action) ? t(`action.${action}`) : t('otherAction', { action }),
      facts: [
        t('targets', { count: total }),
        phase === 'held'
          ? t('phase.held', { time: time(dueAt) })
          : t(phase === 'sending' ? 'phase.sending' : 'phase.not-sent'),
      ],
    })),
    watched: watched.items.map(({ id, contact, platform, status, handler, ended }) => ({
      id,
      title: contact === undefined ? t('gone', { id }) : parts.contact(contact),
      facts: [
        ...(platform === undefined ? [] : [parts.platform(platform)]),
        ...(status === undefined ? [] : [parts.status(status)]),
        ...(handler === undefined ? [] : [t('with', { name: handler })]),
        ...(ended === true ? [t('ended')] : []),
      ],
    })),
  };
}
