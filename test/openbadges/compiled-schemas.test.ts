import { readdirSync, readFileSync } from 'node:fs';
import { type Schema, Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import achievementSchema from '../../schemas/open-badges-3.0/achievementcredential.json' with {
  type: 'json',
};
import endorsementSchema from '../../schemas/open-badges-3.0/endorsementcredential.json' with {
  type: 'json',
};
import { buildCredential } from '../../src/issuing/credential.ts';
import { CREDENTIALS_V1 } from '../../src/open-badges/contexts/vendored.ts';
import { isJsonObject, type JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { type ClassSchema, toStrictForm } from '../../src/open-badges/parsing/tolerant-form.ts';
import {
  isAchievementDocument,
  isEndorsementDocument,
} from '../../src/open-badges/schema/compiled.generated.ts';
import { makeDraw, mutate } from '../support/mutations.ts';
import { rounds } from '../support/property-runs.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';
import { makeInput, onlyCriteria } from './builders.ts';

const SCHEMAS = [
  { name: 'AchievementCredential', schema: achievementSchema, conforms: isAchievementDocument },
  { name: 'EndorsementCredential', schema: endorsementSchema, conforms: isEndorsementDocument },
] as const;

/** Every object with contexts in the files of a folder, also inside texts. */
function credentialsUnder(folder: string): readonly JsonObject[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => credentialsIn(readFileSync(`${folder}/${file}`, 'utf8')));
}

function credentialsIn(value: unknown): readonly JsonObject[] {
  if (typeof value === 'string') {
    if (!value.trimStart().startsWith('{')) return [];
    try {
      return credentialsIn(JSON.parse(value));
    } catch {
      return [];
    }
  }
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(credentialsIn);
  return isJsonObject(value) && value['@context'] !== undefined ? [value, ...inside] : inside;
}

async function ourBadges(): Promise<readonly JsonObject[]> {
  const built = onlyCriteria().achievements.map((definition) => buildCredential(makeInput(definition)));
  return JSON.parse(JSON.stringify(await Promise.all(built)));
}

const vectors = credentialsUnder('test/vectors');

describe.each(SCHEMAS)('the code of the schema of $name', ({ schema, conforms }) => {
  const interpreter = new Validator(schema as unknown as Schema, '2019-09', false);
  const interpret = (document: JsonObject): boolean => {
    try {
      return interpreter.validate(document).valid;
    } catch {
      // The name cannot be written as a URI (conformance.ts).
      return false;
    }
  };
  const strictForm = (document: JsonObject) => toStrictForm(document, schema as unknown as ClassSchema);

  /** The number of each verdict, in both forms. */
  function compare(documents: readonly JsonObject[]) {
    const counts = { valid: 0, invalid: 0, validOnlyTolerantly: 0 };
    for (const document of documents) {
      const strictly = interpret(document);
      const tolerantly = interpret(strictForm(document));
      const text = JSON.stringify(document);
      expect(conforms(document, false), text).toBe(strictly);
      expect(conforms(strictForm(document), false), text).toBe(tolerantly);
      // Members of the data model 1.1 are renamed first (tolerant-form.ts), because the code alone does not
      // accept them.
      if (!text.includes(CREDENTIALS_V1)) expect(conforms(document, true), text).toBe(tolerantly);
      else if (conforms(document, true)) expect(tolerantly, text).toBe(true);
      counts[tolerantly ? 'valid' : 'invalid'] += 1;
      if (tolerantly && !strictly) counts.validOnlyTolerantly += 1;
    }
    return counts;
  }

  it('decides like the interpreter on every vector', () => {
    const { valid, invalid } = compare(vectors);
    expect(valid).toBeGreaterThan(5);
    expect(invalid).toBeGreaterThan(50);
  });

  it('decides like the interpreter on thousands of changed documents', {
    timeout: MUCH_WORK_MS,
  }, async () => {
    const originals = [...vectors, ...(await ourBadges())].filter((one) => interpret(strictForm(one)));
    const draw = makeDraw(20_261_126);
    const count = rounds(6000);
    const documents = Array.from({ length: count }, () => {
      const original = originals[draw(originals.length)];
      if (original === undefined) throw new Error('no valid document');
      return mutate(original, draw);
    });
    const { valid, invalid, validOnlyTolerantly } = compare(documents);
    expect(valid).toBeGreaterThan(count / 4);
    expect(invalid).toBeGreaterThan(count / 4);
    expect(validOnlyTolerantly).toBeGreaterThan(count / 30);
  });
});
