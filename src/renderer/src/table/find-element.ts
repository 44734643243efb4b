/** The first element under `root` whose data attribute has the value. Compared, not put into a selector: ids come from outside. */
export function findByData(root: ParentNode | null, name: string, value: string | undefined): HTMLElement | undefined {
  if (root === null || value === undefined) return undefined;
  return [...root.querySelectorAll<HTMLElement>(`[data-${name}]`)].find((element) => element.dataset[name] === value);
}
