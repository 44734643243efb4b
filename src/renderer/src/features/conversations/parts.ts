import type { ReactNode } from 'react';
import type { ArchivedTranscript } from '../../../../shared/models/archive.ts';
import type { Conversation } from '../../../../shared/models/conversation.ts';
import type { FunctionCall, Message, Transition } from '../../../../shared/models/transcript.ts';

/** One line of a transcript, as Live View makes them. */
export type TimelineItem =
  | { readonly kind: 'message'; readonly key: string; readonly message: Message }
  | { readonly kind: 'call'; readonly key: string; readonly call: FunctionCall }
  | { readonly kind: 'transition'; readonly key: string; readonly transition: Transition };

/** What Conversations takes from Live View, handed over by the route since features do not import each other. */
export interface ConversationParts {
  readonly words: {
    readonly status: (status: string) => string;
    readonly platform: (platform: string) => string;
    readonly direction: (direction: string) => string;
    readonly sentiment: (name: string) => string;
    readonly riskLevel: (level: number) => string;
    readonly number: (value: number) => string;
  };
  /** What a contact is displayed by, as the operator may see it. */
  readonly contact: (display: string) => string;
  /** What was said, as the operator may see it; as long as it was. */
  readonly text: (text: string) => string;
  readonly PlatformIcon: (props: { readonly platform: string }) => ReactNode;
  readonly RiskGlyph: (props: { readonly level: number }) => ReactNode;
  readonly riskTone: (level: number | undefined) => string;
  readonly timelineOf: (transcript: ArchivedTranscript) => readonly TimelineItem[];
  readonly renderItem: (item: TimelineItem, timeZone: string | undefined) => ReactNode;
  readonly renderFacts: (conversation: Conversation) => ReactNode;
}
