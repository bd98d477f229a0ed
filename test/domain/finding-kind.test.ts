import { describe, expect, it } from 'vitest';
import { compileRule } from '../../src/domain/criteria/compile-rule.ts';
import { findingKind, recordsOf } from '../../src/domain/criteria/finding-kind.ts';
import type { Rule } from '../../src/domain/criteria/rule.ts';
import { criteria, deriveFrom, type PersonSketch } from './builders.ts';
import { judge } from './describe-badge.ts';

function kinds(code: string, sketch: PersonSketch, on = '2026-06-30') {
  const { findings, facts } = judge(code, sketch, on);
  return Object.fromEntries(findings.map((finding) => [finding.rule, findingKind(finding, facts)]));
}

const established = { from: '2024-09-01', to: '2026-06-30', missions: ['A1', 'B1'] };

describe('nothing on record', () => {
  it('is reported for every requirement of a person without any record', () => {
    expect(new Set(Object.values(kinds('RUPN-CONF', {})))).toEqual(new Set(['nothing-on-record']));
  });

  it('is not reported where there is a record, but not enough', () => {
    const sketch = { segments: [established], attended: [{ code: 'T1', on: '2025-10-01', hours: 3 }] };
    const found = kinds('RUPN-CONF', sketch);
    expect(found).toMatchObject({ duration: 'not-enough', families: 'not-enough', recent: 'met' });
    expect(Object.values(found)).toContain('nothing-on-record');
  });

  it('is not reported for an engagement too short to count, nor for an expired training', () => {
    const short = { segments: [{ ...established, from: '2026-05-01' }] };
    expect(kinds('RUPN-ENG', short)).toMatchObject({ duration: 'not-enough' });
    const old = { attended: [{ code: 'T1', on: '2018-10-01', hours: 30 }] };
    const { findings, facts } = judge('RUPN-CONF', old, '2026-06-30');
    const hours = findings.find(({ requirement }) => 'trainingHours' in requirement);
    expect(hours && findingKind(hours, facts)).toBe('not-enough');
    expect(hours?.actual).toBe(0);
  });

  it('is not reported of a decision, which is no record, nor because of one', () => {
    const facts = deriveFrom({}, '2026-06-30');
    const kindOf = (rule: Rule) => findingKind(compileRule(rule, criteria).judge(facts), facts);
    expect(kindOf({ decision: true })).toBe('not-enough');
    expect(kindOf({ any: [{ decision: true }, { duration: { atLeast: 1 } }] })).toBe('nothing-on-record');
    expect(recordsOf(compileRule({ decision: true }, criteria).judge(facts))).toEqual([]);
  });

  it('names the kinds of record to make', () => {
    const { findings } = judge('RUPN-CONF', {}, '2026-06-30');
    const records = findings.flatMap(recordsOf);
    expect(new Set(records)).toEqual(new Set(['engagement', 'training', 'dane-event', 'review']));
  });
});
