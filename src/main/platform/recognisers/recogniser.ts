import type { OperationId } from '../../../shared/models/operation.ts';
import type { Concept } from '../binding/vocabulary.ts';

/** How to recognise one logical operation in an OpenAPI document. */
export interface Recogniser {
  readonly operation: OperationId;
  readonly methods: readonly string[];
  /** A path the platform documents publicly (docs.dialai.ca/api-integration), spelled exactly; `{}` is any parameter. */
  readonly documented?: string;
  /** Whether the answer is an event stream. */
  readonly stream?: boolean;
  /** Path parameters besides the tenant; several numbers where a thing may stand below its owner or by itself. */
  readonly items: number | readonly number[];
  /** Concepts that its name must have. */
  readonly needs: readonly Concept[];
  /** Concepts of which its name, path or tag must have at least one: what it is about. */
  readonly about: readonly Concept[];
  /** Concepts that neither name nor path may have. */
  readonly not: readonly Concept[];
  /** For the path alone: concepts of the last literal segment, and whether the path ends in a parameter. */
  readonly tail: { readonly needs: readonly Concept[]; readonly endsInItem?: boolean };
}

export const READS: readonly string[] = ['get'];
export const ACTS: readonly string[] = ['post', 'put', 'patch'];

/** What a read of one conversation or a list of them is not. */
export const NOT_A_LIST: readonly Concept[] = [
  'stream',
  'search',
  'readable',
  'tag',
  'takeOver',
  'handBack',
  'transfer',
  'message',
  'elsewhere',
];
