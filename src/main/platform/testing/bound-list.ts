import type { BoundOperation } from '../bind.ts';

/** A list as a document describes it, by the query values that ask for its pages. */
export function boundList(
  operation: BoundOperation['operation'],
  ...parameters: readonly { readonly name: string; readonly maximum?: number }[]
): BoundOperation {
  return {
    operation,
    rule: 'operation-id',
    method: 'get',
    path: '/x',
    described: {
      method: 'get',
      path: '/x',
      summary: '',
      tags: [],
      body: [],
      answers: [],
      parameters: parameters.map(({ name, maximum }) => ({ name, in: 'query', required: false, schema: { maximum } })),
    },
  };
}
