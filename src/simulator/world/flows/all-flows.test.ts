import { describe, expect, it } from 'vitest';
import { inventFacts } from '../cast/facts.ts';
import { tenantProfiles } from '../cast/tenant-profiles.ts';
import { Rng } from '../random.ts';
import * as aiLines from '../talk/ai-lines.ts';
import * as csrLines from '../talk/csr-lines.ts';
import * as customerLines from '../talk/customer-lines.ts';
import { fillValues } from '../talk/fill.ts';
import { aiOpeners, customerOpeners, voiceFillers } from '../talk/tone-lines.ts';
import { flowGraph, flowScripts } from './all-flows.ts';
import { type FlowScript, handoffState, type Lines, wrapUpState } from './flow-script.ts';
import { functionScript, functionScripts } from './functions.ts';

const flows: readonly FlowScript[] = Object.values(flowScripts);

function isLines(value: unknown): value is Lines {
  return typeof value === 'object' && value !== null && 'en' in value && 'fr' in value;
}

/** Every set of lines anywhere in the scripts. */
function allLines(): readonly Lines[] {
  const found: Lines[] = [];
  const walk = (value: unknown): void => {
    if (isLines(value)) found.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk([flows, aiLines, csrLines, customerLines, aiOpeners, customerOpeners, voiceFillers]);
  return found;
}

describe.each(flows)('the flow $name', (flow) => {
  const names = flow.states.map(({ name }) => name);

  it('leads only to its own states, and every state can be reached', () => {
    const reached = new Set(['Initial']);
    for (const { arrows } of flow.states) for (const { to } of arrows) reached.add(to);
    expect([...reached].filter((to) => ![...names, handoffState, wrapUpState].includes(to))).toEqual([]);
    expect(names.filter((name) => !reached.has(name))).toEqual([]);
    expect(reached).toContain(wrapUpState);
    expect(names[0]).toBe('Initial');
  });

  it('handles exactly the events that its functions emit', () => {
    for (const state of flow.states) {
      if (state.call === undefined) continue;
      const emitted = functionScript(state.call).outcomes.map(({ event }) => event);
      expect(state.arrows.map(({ event }) => event).sort(), state.name).toEqual(emitted.sort());
    }
  });

  it('never has two ways out for one event', () => {
    const keys = flowGraph(flow).transitions.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('lets the customer speak wherever their answer decides', () => {
    for (const { name, call, answer, arrows } of flow.states) {
      if (call !== undefined) continue;
      expect(
        arrows.every((arrow) => (arrow.answer ?? answer) !== undefined),
        name,
      ).toBe(true);
    }
  });
});

describe('the words', () => {
  const facts = {
    ...inventFacts(new Rng(1), first(tenantProfiles), 'fr', 0),
    csr: '',
    destination: '',
    skills: '',
    note: '',
  };

  it('exist in both languages and use only facts that there are', () => {
    const lines = allLines();
    expect(lines.length).toBeGreaterThan(100);
    for (const { en, fr } of lines) {
      expect(en.length > 0 && fr.length > 0).toBe(true);
      for (const line of [...en, ...fr]) {
        const slots = [...line.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot ?? '');
        expect(
          slots.filter((slot) => !(slot in facts)),
          line,
        ).toEqual([]);
      }
    }
  });

  it('are many, and none is there twice in its set', () => {
    const lines = allLines();
    expect(lines.reduce((sum, { en, fr }) => sum + en.length + fr.length, 0)).toBeGreaterThan(700);
    for (const { en, fr } of lines) {
      expect(new Set(en).size).toBe(en.length);
      expect(new Set(fr).size).toBe(fr.length);
    }
  });

  it('fill every function with values of the right kind', () => {
    for (const [name, script] of Object.entries(functionScripts)) {
      for (const values of [script.inputs, ...script.outcomes.map(({ outputs }) => outputs)]) {
        for (const [key, value] of Object.entries(fillValues(values, facts))) {
          expect(value, `${name}.${key}`).not.toBeNaN();
          expect(String(value)).not.toMatch(/[{}]/);
        }
      }
    }
  });
});

describe('every tenant', () => {
  it.each(tenantProfiles)('$info.slug has the skills that its flows ask for, and all its channels', (profile) => {
    const asked = profile.pointsOfContact.flatMap(({ flow }) => flowScripts[flow].skills);
    expect(asked.filter((skill) => !profile.skills.includes(skill))).toEqual([]);
    const channels = new Set(profile.pointsOfContact.map(({ platform }) => platform));
    expect([...channels].sort()).toEqual(['email', 'slack', 'sms', 'voice', 'webchat']);
    expect(new Set(profile.pointsOfContact.map(({ direction }) => direction)).size).toBe(2);
  });
});

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('empty');
  return item;
}
