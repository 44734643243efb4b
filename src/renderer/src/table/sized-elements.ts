/** What a virtual list measures of its items; they carry `data-index`. */
const ITEM_HEIGHT = 12;

/**
 * Gives the elements of a test page a size, since jsdom lays nothing out and virtual lists draw by size. Returns how to
 * take it back.
 */
export function giveElementsSize(size: { readonly width: number; readonly height: number }): () => void {
  const heightOf = (element: Element) => (element.hasAttribute('data-index') ? ITEM_HEIGHT : size.height);
  const widthOf = () => size.width;
  const restore = [
    define(HTMLElement.prototype, 'offsetWidth', widthOf),
    define(HTMLElement.prototype, 'offsetHeight', heightOf),
    define(Element.prototype, 'clientWidth', widthOf),
    define(Element.prototype, 'clientHeight', heightOf),
  ];
  return () => {
    for (const undo of restore) undo();
  };
}

function define(owner: Element, name: string, measure: (element: Element) => number): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, {
    configurable: true,
    get(this: Element) {
      return measure(this);
    },
  });
  return () => {
    if (before !== undefined) Object.defineProperty(owner, name, before);
  };
}
