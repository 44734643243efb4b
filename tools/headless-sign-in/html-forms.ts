/** A form as far as a sign-in needs it: where it goes and what can be sent. */
export interface Form {
  readonly action: string;
  readonly method: 'get' | 'post';
  /** Values of hidden inputs. */
  readonly hidden: readonly (readonly [name: string, value: string])[];
  readonly buttons: readonly Button[];
  /** Names of inputs that a person fills in. */
  readonly inputs: readonly string[];
}

export interface Button {
  readonly name?: string;
  readonly value: string;
  readonly text: string;
}

/**
 * Finds the forms of a page. Made for sign-in pages of plain HTML; not a general parser.
 *
 * @param base the page's own address, for relative actions
 */
export function readForms(html: string, base: string): readonly Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/giu)].map(([, head = '', body = '']) => {
    const attributes = readAttributes(head);
    const inputs = [...body.matchAll(/<input\b([^>]*)>/giu)].map(([, text = '']) => readAttributes(text));
    return {
      action: resolved(attributes.get('action') ?? '', base),
      method: attributes.get('method')?.toLowerCase() === 'post' ? 'post' : 'get',
      hidden: inputs
        .filter((each) => each.get('type') === 'hidden')
        .map((each) => [each.get('name') ?? '', each.get('value') ?? '']),
      inputs: inputs.filter((each) => each.get('type') !== 'hidden').flatMap((each) => each.get('name') ?? []),
      buttons: [...body.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/giu)].map(([, text = '', label = '']) => {
        const button = readAttributes(text);
        const name = button.get('name');
        return {
          value: button.get('value') ?? '',
          text: decode(label.replaceAll(/<[^>]*>/gu, ' '))
            .replaceAll(/\s+/gu, ' ')
            .trim(),
          ...(name === undefined ? {} : { name }),
        };
      }),
    };
  });
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/([a-z][a-z0-9-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu);
  return new Map([...pairs].map(([, name = '', a, b, c]) => [name.toLowerCase(), decode(a ?? b ?? c ?? '')]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/giu, (whole, decimal, hex, name: string | undefined) => {
    const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    if (name === undefined) return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    return ENTITIES[name] ?? whole;
  });
}

/** An action that is no address means the page itself. */
function resolved(action: string, base: string): string {
  return URL.canParse(action, base) ? new URL(action, base).href : base;
}
