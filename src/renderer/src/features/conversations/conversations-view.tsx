import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../../shared/models/conversation.ts';
import { parseQuery } from '../../../../shared/query/parse-query.ts';
import { printQuery } from '../../../../shared/query/print-query.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { idsWithin } from '../../lib/id-list.ts';
import { DeskDialog } from './desk/desk-dialog.tsx';
import { ExportDialog } from './exports/export-dialog.tsx';
import { ExportsBar } from './exports/exports-bar.tsx';
import { ChosenBar } from './list/chosen-bar.tsx';
import { NothingFound } from './list/nothing-found.tsx';
import { ResultHeader } from './list/result-header.tsx';
import { ResultNotices } from './list/result-notices.tsx';
import { ResultTable } from './list/result-table.tsx';
import { useChosen } from './list/use-chosen.ts';
import { useChosenColumns } from './list/use-chosen-columns.ts';
import { useResults } from './list/use-results.ts';
import type { ConversationParts } from './parts.ts';
import { TranscriptReader } from './reader/transcript-reader.tsx';
import { useReview } from './reader/use-review.ts';
import { knownIn } from './search/known-values.ts';
import { Problems } from './search/problems.tsx';
import { QueryBox } from './search/query-box.tsx';
import { noteSearch } from './search/recent-searches.ts';
import { SearchMenu } from './search/search-menu.tsx';
import { texts } from './texts.ts';

interface ConversationsViewProps {
  readonly tenant: string;
  /** The tenant's zone: days of a search are on its clock. */
  readonly timeZone: string;
  readonly rowHeight: number;
  readonly parts: ConversationParts;
  /** The search in the address. */
  readonly text: string;
  readonly onSearch: (text: string) => void;
  readonly id: string | undefined;
  readonly message: string | undefined;
  readonly asked: number | undefined;
  /** Whoever manages this computer decided that names and numbers are masked. */
  readonly maskIsDecided: boolean;
  /** Draws a sample of the search for quality review. */
  readonly onSample: () => void;
  readonly onReview: (id: string) => void;
  readonly onOpen: (id: string | undefined, message?: string) => void;
}

type OpenDialog = 'export' | 'desk';

/** The archive: a search, its conversations, and one of them to be read. */
export function ConversationsView(props: ConversationsViewProps): ReactNode {
  const { tenant, timeZone, parts, text, onSearch, id, onOpen } = props;
  useLateTexts('conversations', texts);
  const { t } = useTranslation('conversations');
  const client = useQueryClient();
  const [typed, setTyped] = useState(text);
  // Going back and links bring another search under the same view.
  useEffect(() => setTyped(text), [text]);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [shown, toggle] = useChosenColumns();
  const field = useRef<HTMLInputElement>(null);
  // Read again only when another search is asked for: days like "today" are those of that moment.
  const { query, problems } = useMemo(() => parseQuery(text, { timeZone, now: Date.now() }), [text, timeZone]);
  const results = useResults(tenant, query);
  const { store } = results;
  const chosen = useChosen(store, query);
  const onChanged = (conversation: Conversation) => {
    store.replace(conversation);
    chosen.note(conversation);
  };
  const review = useReview(tenant, onChanged);
  const { ids } = store.view();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page brings other values
  const known = useMemo(() => knownIn(store.held), [store, ids]);

  const search = (next: string) => {
    noteSearch(client, tenant, next);
    setTyped(next);
    onSearch(next);
  };
  const beside = (step: 1 | -1) => {
    const next = id === undefined ? ids.at(0) : store.beside(id, step);
    if (next !== undefined) onOpen(next);
    if (next === undefined && step === 1) results.more();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/') field.current?.focus();
    else if (event.key === 'Escape' && id !== undefined) onOpen(undefined);
    else if (id !== undefined && event.key === 'j') beside(1);
    else if (id !== undefined && event.key === 'k') beside(-1);
    else return;
    event.preventDefault();
  };
  const idsToExport = () => {
    if (chosen.ids.size > 0) return chosen.inOrder();
    // What was found on this machine alone the instance cannot be asked for again.
    return results.byPattern ? idsWithin(ids) : undefined;
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole view
    <div className="flex h-full min-w-0" onKeyDown={onKeyDown}>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex flex-col gap-2 px-4 pt-4 pb-2">
          <ResultHeader
            results={results}
            shown={shown}
            onToggle={toggle}
            onSample={props.onSample}
            onDesk={() => setDialog('desk')}
            onExport={() => setDialog('export')}
            exportReason={ids.length === 0 ? t('nothingToExport') : undefined}
          />
          <div className="flex items-center gap-2">
            <QueryBox
              value={typed}
              onChange={setTyped}
              onSearch={search}
              problems={problems}
              known={known}
              field={field}
            />
            <Button look="primary" onClick={() => search(typed)}>
              {t('searchVerb')}
            </Button>
            <SearchMenu tenant={tenant} text={text} onSearch={search} />
          </div>
          <Problems text={text} problems={problems} field={field} />
          {chosen.ids.size === 0 ? null : <ChosenBar chosen={chosen} review={review} />}
          {review.failure === undefined ? null : (
            <ErrorPanel failure={review.failure} actions={<Button onClick={review.dismiss}>{t('dismiss')}</Button>} />
          )}
          <ResultNotices results={results} />
        </header>
        <div className="flex min-h-0 flex-1 flex-col">
          <ResultTable
            results={results}
            query={query}
            timeZone={timeZone}
            rowHeight={props.rowHeight}
            parts={parts}
            shown={shown}
            chosen={chosen}
            openId={id}
            onOpen={(one) => onOpen(one)}
            onSort={(sort) => {
              const { sort: _, ...rest } = query;
              search(printQuery(sort === undefined ? rest : { ...rest, sort }, timeZone));
            }}
            empty={
              results.failure === undefined ? (
                <NothingFound read={results.read} filtered={text !== ''} onClear={() => search('')} />
              ) : null
            }
          />
        </div>
        <ExportsBar />
      </div>
      {id === undefined ? null : (
        <div className="flex w-[min(48%,640px)] min-w-96 flex-none">
          <TranscriptReader
            tenant={tenant}
            id={id}
            message={props.message}
            asked={props.asked}
            onReview={props.onReview}
            parts={parts}
            timeZone={timeZone}
            onChanged={onChanged}
            onBeside={beside}
            onOpen={(one) => onOpen(one)}
            onClose={() => onOpen(undefined)}
          />
        </div>
      )}
      {dialog === 'export' ? (
        <ExportDialog
          tenant={tenant}
          query={query}
          ids={idsToExport()}
          count={results.total}
          maskIsDecided={props.maskIsDecided}
          parts={parts}
          timeZone={timeZone}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'desk' ? (
        <DeskDialog
          tenant={tenant}
          timeZone={timeZone}
          mask={parts}
          onOpen={(one, message) => {
            setDialog(undefined);
            onOpen(one, message);
          }}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </div>
  );
}
