import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { workbookFailure } from './workbook-failure.ts';

export interface XmlHandlers {
  /** @param name without its namespace */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads XML piece by piece. Document types are refused, so no entity can be made to mean anything.
 * @param proceed called after each piece; false ends the reading
 * @throws FailureError `invalid` (`manifest-workbook-broken`)
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  proceed: () => boolean | Promise<boolean> = () => true,
): Promise<boolean> {
  const parser = new SaxesParser<{ xmlns: false; position: boolean }>({ xmlns: false, position: false });
  const decoder = new StringDecoder('utf8');
  const refuse = (cause: unknown): never => {
    throw workbookFailure('manifest-workbook-broken', cause);
  };
  parser.on('error', refuse);
  parser.on('doctype', () => refuse(new Error('document type')));
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(localName(name), attributes));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  for await (const piece of pieces) {
    parser.write(decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)));
    if (!(await proceed())) return false;
  }
  parser.write(decoder.end());
  parser.close();
  return true;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
