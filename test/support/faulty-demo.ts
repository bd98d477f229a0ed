import type { DemoFile } from '../../demo/generate-demo.ts';
import { FAULTY_FILES } from './faulty-files.ts';

/** A refusal that the import must report. Line 1 is the header; `column` is empty for a whole line. */
export interface ExpectedRejection {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
}

/** A small set of files with one fault of every kind, to test the import's refusals and its advice. */
export function generateFaultyDemo(): readonly DemoFile[] {
  return FAULTY_FILES.map(({ name, columns, lines }) => {
    const written = [columns, ...lines.map(({ text }) => text)].filter((line) => line !== '');
    return { name, text: written.map((line) => `${line}\r\n`).join('') };
  });
}

/** The refusals that the import must report for {@link generateFaultyDemo}, and no others. */
export function listExpectedRejections(): readonly ExpectedRejection[] {
  return FAULTY_FILES.flatMap(({ name, lines, fault: whole }) => {
    const errors = [whole, ...lines.map(({ fault }) => fault)];
    return errors.flatMap((error, index) => (error ? [{ file: name, line: index + 1, ...error }] : []));
  });
}
