import type { Sha256Hex } from '../../../src/open-badges/canonicalization/compiled-canonicaliser.ts';
import { stockForm } from '../reference.ts';
import { CHECKS, type Subject } from './checks.ts';
import { CONTEXT_CASES } from './contexts.ts';
import type { Case } from './define.ts';
import { GRAPH_CASES } from './graphs.ts';
import { INVENTED } from './invented-contexts.ts';
import { NODE_CASES } from './nodes.ts';
import { SHARED_CASES } from './shared.ts';
import { TABLE_CHECKS } from './table.ts';
import { VALUE_CASES } from './values.ts';

const CASES: readonly Case[] = [
  ...VALUE_CASES,
  ...NODE_CASES,
  ...CONTEXT_CASES,
  ...GRAPH_CASES,
  ...SHARED_CASES,
];

/** Every directed test, with its name and its function that finds the fault of a subject. */
export const DIRECTED = [
  ...CASES.map((one) => ({
    name: one.name,
    fault: (subject: Subject, hash: Sha256Hex) => errorOf(one, subject, hash),
  })),
  ...CHECKS,
  ...TABLE_CHECKS,
];

const stock = new Map<object, Promise<string | undefined>>();

async function errorOf({ steps }: Case, subject: Subject, sha256Hex: Sha256Hex): Promise<string | undefined> {
  const canonicalise = subject.makeCompiledCanonicaliser(subject.makeContextSource(INVENTED), sha256Hex);
  for (const { document, wanted } of steps) {
    const form = await canonicalise(document);
    const made = form.kind === 'declined' ? form.reason : form.kind === 'canonical' && form.nquads.join('');
    const expected = wanted === 'same' ? await stockOf(document) : wanted;
    if (made !== expected) return `${made}\ninstead of\n${expected}\nfor ${JSON.stringify(document)}`;
  }
  return undefined;
}

function stockOf(document: Case['steps'][number]['document']): Promise<string | undefined> {
  const form = stock.get(document) ?? stockForm(document, INVENTED);
  stock.set(document, form);
  return form;
}
