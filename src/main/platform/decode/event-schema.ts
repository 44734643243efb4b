import { elementOf, fieldsOf, type SchemaRef } from '../openapi/schema-view.ts';
import { squash } from '../words.ts';
import { CONVERSATION_NAMES } from './transcript.ts';

const PAYLOADS = ['data', 'payload', 'body'];

/** The schema of the conversation inside an event, where the document describes events and they hold one. */
export function conversationSchemaIn(schema: SchemaRef | undefined, depth = 3): SchemaRef | undefined {
  if (schema === undefined || depth === 0) return undefined;
  for (const field of fieldsOf(schema)) {
    const inner = { root: schema.root, schema: field.schema };
    if (CONVERSATION_NAMES.includes(squash(field.name))) {
      // A bare id under that name describes nothing.
      if (fieldsOf(inner).length > 0) return inner;
    } else if (PAYLOADS.includes(squash(field.name))) {
      const found = conversationSchemaIn(inner, depth - 1);
      if (found !== undefined) return found;
    }
  }
  return conversationSchemaIn(elementOf(schema), depth - 1);
}
