import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import type { Cost } from '../measuring/measure.ts';
import { openPlainTestSuite } from './open-plain-test-suite.ts';

/** The reference for issuing: the plain library signs a badge of ours, with contexts in memory and without a
 *  database. `document` is a badge as the service returns it. Returns the cost of one signature. */
export async function measurePlainIssue(document: JsonObject, count: number): Promise<Cost> {
  const { proof: _, ...unsigned } = document;
  const { sign } = await openPlainTestSuite();
  const cpu = process.cpuUsage();
  const began = performance.now();
  for (let signed = 0; signed < count; signed += 1) {
    // Each credential has its own identifier, so that all texts differ.
    const credential = { ...structuredClone(unsigned), id: `urn:bench:${signed}` };
    await sign(credential, String(unsigned['validFrom']));
  }
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000 / count, wallMs: (performance.now() - began) / count };
}
