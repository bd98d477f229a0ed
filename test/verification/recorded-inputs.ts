import { readdirSync, readFileSync } from 'node:fs';
import { isJsonObject, type JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import type { CorpusCase } from '../support/corpus/case.ts';
import { CORPUS_FOLDER } from '../support/corpus/make.ts';
import { FORGERIES_FOLDER } from '../support/forgeries/make.ts';
import { edgeInputs } from './edge-inputs.ts';
import { INPUTS_OF_A_SOURCE, type MutatedInput, makeInput, type Source } from './mutated-inputs.ts';

/** An input with its place in the record. It is made when it is needed. */
export interface RecordedInput {
  readonly name: string;
  readonly at: number;
  readonly make: () => MutatedInput;
}

/** All inputs, in the order of the record. */
export function recordedInputs(): readonly RecordedInput[] {
  const sources = readSources();
  const mutated = sources.flatMap((source) =>
    Array.from({ length: INPUTS_OF_A_SOURCE }, (_, at): RecordedInput => {
      return { name: source.name, at, make: () => makeInput(source, at) };
    }),
  );
  const edges = edgeInputs(sources[0]?.document ?? {});
  return [...mutated, ...edges.map((input, at) => ({ name: 'edges', at, make: () => input }))];
}

/** Every vector of the corpus and every forgery. */
function readSources(): readonly Source[] {
  const folders = {
    valid: `${CORPUS_FOLDER}/valid`,
    invalid: `${CORPUS_FOLDER}/invalid`,
    forged: FORGERIES_FOLDER,
  };
  const all = Object.entries(folders).flatMap(([kind, folder]) =>
    readCases(folder).map(({ name, input }) => {
      const bytes = bytesOf(input);
      return { name: `${kind}/${name}`, bytes, document: documentIn(bytes) };
    }),
  );
  const other = all.find(({ document }) => document !== undefined)?.document ?? {};
  return all.map(({ name, bytes, document = other }) => ({ name, bytes, document }));
}

const readCases = (folder: string): readonly CorpusCase[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));

function bytesOf(input: CorpusCase['input']): Uint8Array {
  if (input.kind === 'base64') return new Uint8Array(Buffer.from(input.base64, 'base64'));
  const given = input.kind === 'text' ? input.text : input.document;
  return new TextEncoder().encode(typeof given === 'string' ? given : JSON.stringify(given));
}

/** The JSON object in a text or in the payload of a JWS. */
function documentIn(bytes: Uint8Array): JsonObject | undefined {
  const text = Buffer.from(bytes).toString('utf8');
  for (const one of [text, Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8')]) {
    try {
      const value: unknown = JSON.parse(one);
      if (isJsonObject(value)) return value;
    } catch {
      // Another kind of text.
    }
  }
  return undefined;
}
