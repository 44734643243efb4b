import { createContext, type ReactNode, use, useMemo } from 'react';

/** The conversation a view shows, and the message in it that was asked for. */
export interface ConversationPlace {
  readonly tenant: string;
  readonly id: string;
  readonly message?: string;
  /** Differs for each request: asking twice for one message scrolls to it twice. */
  readonly asked?: number;
}

/** What the address says besides the path: `?message="m-7"&asked=3`. */
export interface PlaceSearch {
  readonly message?: string;
  readonly asked?: number;
}

const PlaceContext = createContext<ConversationPlace | undefined>(undefined);

/** Reads the search part of a conversation's address; anything that is not of its shape is left out. */
export function placeSearch(search: Record<string, unknown>): PlaceSearch {
  const { message, asked } = search;
  return {
    ...(typeof message === 'string' && message !== '' ? { message } : {}),
    ...(typeof asked === 'number' ? { asked } : {}),
  };
}

/** Reads the search part of the archive's address: the place, and what is searched for. */
export function archiveSearch(search: Record<string, unknown>): PlaceSearch & { readonly q?: string } {
  const { q } = search;
  return { ...placeSearch(search), ...(typeof q === 'string' && q !== '' ? { q } : {}) };
}

/** Tells the views below which conversation they show, so that links to it and to its messages can be made. */
export function ConversationPlaceProvider({
  tenant,
  id,
  search,
  children,
}: {
  readonly tenant: string;
  /** Undefined while only the list is shown. */
  readonly id: string | undefined;
  readonly search: PlaceSearch;
  readonly children: ReactNode;
}): ReactNode {
  const { message, asked } = search;
  const place = useMemo(
    () =>
      id === undefined
        ? undefined
        : {
            tenant,
            id,
            ...(message === undefined ? {} : { message }),
            ...(asked === undefined ? {} : { asked }),
          },
    [tenant, id, message, asked],
  );
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

/** The conversation shown; undefined where none is. */
export function useConversationPlace(): ConversationPlace | undefined {
  return use(PlaceContext);
}
