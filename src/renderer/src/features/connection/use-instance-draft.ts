import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { InstanceSettings, InstanceView } from '../../../../shared/models/instance.ts';
import { call } from '../../bridge/bridge.ts';
import { BridgeFailure, failureOf } from '../../bridge/failure.ts';
import { instanceQuery } from '../../bridge/queries.ts';

type Edits = Partial<InstanceSettings>;

export interface InstanceDraft {
  readonly settings: InstanceSettings;
  /** Fields set by hand that differ from what the name leads to. */
  readonly overridden: boolean;
  /** Why the typed instance leads nowhere. */
  readonly failure: Failure | undefined;
  readonly resolving: boolean;
  readonly edit: (edits: Edits) => void;
  readonly forgetOverrides: () => void;
  /** Stores the settings as typed, or with `edits` on top. Throws BridgeFailure. */
  readonly save: (edits?: Edits) => Promise<InstanceSettings>;
}

/**
 * What is typed about the instance: stored settings, over them what the typed name leads to (asked of main, nothing is
 * contacted), over that what was set by hand.
 */
export function useInstanceDraft(view: InstanceView): InstanceDraft {
  const [edits, setEdits] = useState<Edits>({});
  const queries = useQueryClient();
  const typed = (edits.instance ?? view.settings.instance).trim();
  const derived = useQuery({
    queryKey: ['instance', 'resolve', typed],
    queryFn: () => call((api) => api.instance.resolve({ instance: typed })),
    enabled: typed !== '' && edits.instance !== undefined && typed !== view.settings.instance,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  const fromName: Edits =
    derived.data === undefined || edits.instance === undefined
      ? {}
      : { apiUrl: derived.data.apiUrl, issuer: derived.data.issuer, embedded: false };
  const unlocked: Edits = Object.fromEntries(
    Object.entries({ ...fromName, ...edits }).filter(([field]) => !view.locked.some((locked) => locked === field)),
  );
  const settings: InstanceSettings = { ...view.settings, ...unlocked };

  return {
    settings,
    overridden: edits.apiUrl !== undefined || edits.issuer !== undefined,
    failure: derived.isError ? failureOf(derived.error) : undefined,
    resolving: derived.isFetching,
    edit: (more) => setEdits((before) => ({ ...before, ...more })),
    forgetOverrides: () => setEdits(({ apiUrl: _apiUrl, issuer: _issuer, ...rest }) => rest),
    save: async (more = {}) => {
      const wanted = { ...settings, instance: settings.instance.trim(), ...more };
      if (derived.isError && !wanted.embedded && edits.apiUrl === undefined)
        throw new BridgeFailure(failureOf(derived.error));
      // The name may have been typed faster than it was resolved: what is stored must belong to it.
      const settled =
        derived.isFetching && !wanted.embedded
          ? {
              ...wanted,
              ...pickHosts(await call((api) => api.instance.resolve({ instance: typed }))),
              ...pickEditedHosts(edits),
            }
          : wanted;
      const saved = await call((api) => api.instance.save(settled));
      queries.setQueryData(instanceQuery.queryKey, saved);
      setEdits({});
      return saved.settings;
    },
  };
}

const pickHosts = ({ apiUrl, issuer }: InstanceSettings): Edits => ({ apiUrl, issuer });

function pickEditedHosts({ apiUrl, issuer }: Edits): Edits {
  return { ...(apiUrl === undefined ? {} : { apiUrl }), ...(issuer === undefined ? {} : { issuer }) };
}
