/**
 * The span of days from one date to another, both included, as the journal's filter takes it: epoch ms, `to` exclusive, by this
 * computer's clock. A date that is empty or none leaves that side open.
 * @param from and @param to `YYYY-MM-DD`, as a date field gives them
 */
export function periodOf(from: string, to: string): { readonly from?: number; readonly to?: number } {
  const begin = dayOf(from);
  const end = dayOf(to);
  end?.setDate(end.getDate() + 1);
  return {
    ...(begin === undefined ? {} : { from: begin.getTime() }),
    ...(end === undefined ? {} : { to: end.getTime() }),
  };
}

function dayOf(date: string): Date | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  return parts === null ? undefined : new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
}
