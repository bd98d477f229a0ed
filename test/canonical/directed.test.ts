import { describe, expect, it } from 'vitest';
import { makeCompiledCanonicaliser } from '../../src/open-badges/canonicalization/compiled-canonicaliser.ts';
import { makeContextSource } from '../../src/open-badges/canonicalization/context-source.ts';
import { makeTableSource } from '../../src/open-badges/canonicalization/context-table.ts';
import { copyJson, isSameJson } from '../../src/open-badges/canonicalization/frozen-json.ts';
import { nodePrimitives } from '../../src/open-badges/proofs/primitives.node.ts';
import { portablePrimitives } from '../../src/open-badges/proofs/primitives.ts';
import { DIRECTED } from './cases/run.ts';

const subject = { makeCompiledCanonicaliser, makeContextSource, makeTableSource, copyJson, isSameJson };

describe('compiled contexts read as the library does, or leave it to the library', () => {
  it.each(DIRECTED)('$name', async ({ fault }) => {
    expect(await fault(subject, nodePrimitives.sha256Hex)).toBeUndefined();
    expect(await fault(subject, portablePrimitives.sha256Hex)).toBeUndefined();
  });
});

describe('a copy of a JSON value', () => {
  it('has no member that the value has only in one called « __proto__ »', () => {
    const value: unknown = JSON.parse(
      '{"__proto__":{"issuer":"urn:x"},"inner":[{"__proto__":{"id":"urn:y"}}]}',
    );
    const copy = copyJson(value) as {
      readonly issuer?: unknown;
      readonly inner: readonly { id?: unknown }[];
    };
    expect([copy.issuer, copy.inner[0]?.id]).toEqual([undefined, undefined]);
    expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
  });
});
