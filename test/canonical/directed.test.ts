import { describe, expect, it } from 'vitest';
import { makeContextSource } from '../../src/adapters/signing/context-source.ts';
import { nodePrimitives } from '../../src/adapters/signing/node-primitives.node.ts';
import { portablePrimitives } from '../../src/adapters/signing/primitives.ts';
import { makeCompiledCanonicaliser } from '../../src/openbadges/canonical/compiled-canonicaliser.ts';
import { makeTableSource } from '../../src/openbadges/canonical/context-table.ts';
import { copyJson, isSameJson } from '../../src/openbadges/canonical/frozen-json.ts';
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
