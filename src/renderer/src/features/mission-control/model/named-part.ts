import type { Labels } from '../../../../../shared/models/metric.ts';

/** A part of a metric with its name and its value in words. */
export interface NamedPart {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
  readonly text: string;
}
