import { readOlderText } from '../legacy/read-badge.ts';
import type { Step } from '../verification/report.ts';
import { failed, passed } from '../verification/run.ts';
import { type Opened, openPresentationText } from './open-presentation.ts';
import { type Presented, type Reading, readPresentedText } from './presented.ts';
import type { ReadInput } from './read-result.ts';

/** Reads a text that is a credential, or gives the reason why it is not one. */
export function readText(text: string): ReadInput {
  return readCredentialText(text) ?? readOpened(openPresentationText(text)) ?? noCredential(text);
}

/** Reads a text that is a credential; undefined where it is not one. */
export function readCredentialText(text: string): ReadInput | undefined {
  return readFound(readPresentedText(text)) ?? readOlderText(text);
}

function noCredential(text: string): ReadInput {
  return isJson(text)
    ? fault('not-a-credential', 'no verifiable credential')
    : fault('not-json', 'neither JSON nor a JWS');
}

/** The input that was read; undefined where it has no credential. */
export function readFound(reading: Reading): ReadInput | undefined {
  switch (reading.kind) {
    case 'presented':
      return { step: documentStep(reading.presented), presented: reading.presented };
    case 'refused': {
      const { code, reason, params } = reading.fault;
      return fault(code, reason, params);
    }
    case 'no-credential':
      return undefined;
  }
}

/** The badge of a presentation; undefined where there is no presentation. */
export function readOpened(opened: Opened | undefined): ReadInput | undefined {
  if (opened === undefined) return undefined;
  if (opened.kind === 'several')
    return fault('several-presented', `${opened.count} credentials`, { count: opened.count });
  const read = readFound(opened) ?? fault('not-a-credential', 'the presentation holds no credential');
  if (read.step.result !== 'passed') return read;
  return { ...read, step: { ...read.step, params: { presented: 1 } } };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.trim().replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

/** The step for a credential that was found. */
export function documentStep({ form }: Presented): Step {
  return passed('document', 'ok', form === 'jwt' ? 'a compact JWS' : 'JSON with an embedded proof');
}

export function fault(code: Step['code'], detail: string, params?: Step['params']): ReadInput {
  return { step: failed('document', code, detail, params) };
}
