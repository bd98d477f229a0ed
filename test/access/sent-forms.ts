import { FEATURE_ACCESS } from './features.ts';

interface SentForm {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The forms of features that the head of a school sends about a person there. */
export function formsSentTo(uai: string, person: string): readonly SentForm[] {
  return FEATURE_ACCESS.flatMap(({ sent = [] }) =>
    sent.map(({ path, fields }) => ({
      path: path.replace(':uai', uai),
      fields: Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, value.replace('{person}', person)]),
      ),
    })),
  );
}
