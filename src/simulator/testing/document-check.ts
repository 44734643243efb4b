import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Checks what an instance answers against the document that it serves. */
export interface DocumentCheck {
  /**
   * @throws Error when the document has no such operation, status or content type, or when the body does not fit
   */
  response(verb: string, path: string, status: number, contentType: string, body: unknown): void;
  /** @throws Error when the data of a server-sent event does not fit the stream's schema */
  event(verb: string, path: string, data: unknown): void;
  readonly operationIds: readonly string[];
}

interface Operation {
  readonly verb: string;
  readonly path: string;
  readonly shape: RegExp;
  readonly node: Record<string, unknown>;
}
type Validator = (schemaPath: readonly string[], value: unknown) => void;

/** Reads an OpenAPI 3.0 or 3.2 document for checking. */
export function createDocumentCheck(document: Record<string, unknown>): DocumentCheck {
  const validate = createValidator(document);
  const operations = Object.entries(at(document, ['paths'])).flatMap(([path, item]) =>
    Object.entries(Object(item)).map(([verb, node]): Operation => {
      const shape = new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`);
      return { verb, path, shape, node: Object(node) };
    }),
  );
  // A fixed segment goes before a parameter, as in `/transcripts/search` and `/transcripts/{transcriptId}`.
  operations.sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  const find = (verb: string, path: string) => {
    const plain = path.replace(/\?.*$/, '');
    const found = operations.find((each) => each.verb === verb.toLowerCase() && each.shape.test(plain));
    if (!found) throw new Error(`the document has no ${verb} ${plain}`);
    return found;
  };
  const content = (operation: Operation, status: number, type: string) => {
    if (!Object.hasOwn(at(operation.node, ['responses', String(status), 'content']), type)) {
      throw new Error(`${operation.verb} ${operation.path}: ${status} ${type} is not documented`);
    }
    return ['paths', operation.path, operation.verb, 'responses', String(status), 'content', type];
  };
  return {
    operationIds: operations.map(({ node }) => String(node['operationId'])),
    response(verb, path, status, contentType, body) {
      const type = contentType.replace(/;.*$/, '');
      const documented = at(find(verb, path).node, ['responses', String(status)]);
      // An answer without a body, where the document has none either.
      if (type === '' && body === '' && 'description' in documented && !('content' in documented)) return;
      validate([...content(find(verb, path), status, type), 'schema'], body);
    },
    event(verb, path, data) {
      const where = content(find(verb, path), 200, 'text/event-stream');
      const item = at(document, where)['itemSchema'] !== undefined;
      validate(item ? [...where, 'itemSchema', 'properties', 'data', 'contentSchema'] : [...where, 'schema'], data);
    },
  };
}

function createValidator(document: Record<string, unknown>): Validator {
  const modern = String(document['openapi']).startsWith('3.2');
  const ajv = modern ? new Ajv2020({ strict: false, allErrors: true }) : new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ ...document, $id: 'https://instance.test/document' });
  return (schemaPath, value) => {
    const pointer = schemaPath.map((each) => encodeURIComponent(each.replaceAll('~', '~0').replaceAll('/', '~1')));
    const check = ajv.getSchema(`https://instance.test/document#/${pointer.join('/')}`);
    if (!check) throw new Error(`no schema at ${schemaPath.join(' ')}`);
    if (!check(value)) throw new Error(`${schemaPath.join(' ')}: ${ajv.errorsText(check.errors)}`);
  };
}

function at(node: unknown, path: readonly string[]): Record<string, unknown> {
  let current: unknown = node;
  for (const key of path) current = Object(current)[key];
  return Object(current);
}
