/** Gives every element of a test page a size, since jsdom lays nothing out and virtual lists draw by size. Returns how to take it back. */
export function giveElementsSize(size: { readonly width: number; readonly height: number }): () => void {
  const names = {
    offsetWidth: size.width,
    offsetHeight: size.height,
    clientWidth: size.width,
    clientHeight: size.height,
  };
  const before = Object.keys(names).map((name) => {
    const owner = name.startsWith('offset') ? HTMLElement.prototype : Element.prototype;
    return { owner, name, property: Object.getOwnPropertyDescriptor(owner, name) };
  });
  for (const { owner, name } of before) {
    Object.defineProperty(owner, name, { configurable: true, value: Reflect.get(names, name) });
  }
  return () => {
    for (const { owner, name, property } of before)
      if (property !== undefined) Object.defineProperty(owner, name, property);
  };
}
