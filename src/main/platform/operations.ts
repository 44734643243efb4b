import { CAMPAIGN_CONTACTS } from './recognisers/campaign-contacts.ts';
import { CAMPAIGNS } from './recognisers/campaigns.ts';
import { CONVERSATIONS } from './recognisers/conversations.ts';
import { DIRECTORY } from './recognisers/directory.ts';
import { DO_NOT_CALL } from './recognisers/do-not-call.ts';
import { INBOX } from './recognisers/inbox.ts';
import { MANIFESTS } from './recognisers/manifests.ts';
import type { Recogniser } from './recognisers/recogniser.ts';
import { REVIEW } from './recognisers/review.ts';
import { TELEMETRY } from './recognisers/telemetry.ts';
import { TRANSCRIPTS } from './recognisers/transcripts.ts';

/** Every logical operation, in the order in which ties are settled. */
export const RECOGNISERS: readonly Recogniser[] = [
  ...CONVERSATIONS,
  ...TRANSCRIPTS,
  ...REVIEW,
  ...INBOX,
  ...DIRECTORY,
  ...CAMPAIGNS,
  ...MANIFESTS,
  ...CAMPAIGN_CONTACTS,
  ...DO_NOT_CALL,
  ...TELEMETRY,
];

/** Operations that work before the document is known: the five that are documented publicly. */
export const BUILT_IN = RECOGNISERS.flatMap(({ operation, documented }) => {
  const [method, path] = documented?.split(' ') ?? [];
  if (method === undefined || path === undefined) return [];
  let nth = 0;
  const names = ['{tenant}', '{transcriptId}'];
  return [{ operation, method, path: path.replaceAll('{}', () => names[nth++] ?? '{id}') }];
});
