import { createContext, use } from 'react';

/** Shows why something that was asked for was not done, where the operator looks. */
export type TellProblem = (thrown: unknown) => void;

export const ProblemContext = createContext<TellProblem>(() => undefined);

export function useTellProblem(): TellProblem {
  return use(ProblemContext);
}
