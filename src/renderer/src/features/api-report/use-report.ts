import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { BindingReport, OperationId } from '../../../../shared/models/operation.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { bindingReportQuery } from '../../bridge/queries.ts';

export interface Place {
  readonly method: string;
  readonly path: string;
}

export interface Report {
  readonly report: BindingReport | undefined;
  /** Why there is no report, or why the last change was refused. */
  readonly failure: Failure | undefined;
  readonly busy: boolean;
  readonly refresh: () => void;
  /** Binds by hand; without a place the console chooses again. */
  readonly override: (operation: OperationId, target: Place | undefined) => void;
}

/** The report and what can be done to it; every change answers with the new report. */
export function useReport(): Report {
  const queries = useQueryClient();
  const query = useQuery(bindingReportQuery);
  const keep = (report: BindingReport) => queries.setQueryData(bindingReportQuery.queryKey, report);
  const refresh = useMutation({ mutationFn: () => call((api) => api.binding.refresh()), onSuccess: keep });
  const override = useMutation({
    mutationFn: ({ operation, target }: { operation: OperationId; target: Place | undefined }) =>
      call((api) =>
        api.binding.override(
          target === undefined ? { operation } : { operation, target: { method: target.method, path: target.path } },
        ),
      ),
    onSuccess: keep,
  });
  const error = override.error ?? refresh.error ?? query.error;
  return {
    report: query.data,
    failure: error === null ? undefined : failureOf(error),
    busy: refresh.isPending || override.isPending,
    refresh: () => {
      override.reset();
      refresh.mutate();
    },
    override: (operation, target) => {
      refresh.reset();
      override.mutate({ operation, target });
    },
  };
}
