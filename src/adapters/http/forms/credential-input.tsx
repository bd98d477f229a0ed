import { usePageContext } from '../layout/page-context.ts';
import { FileField, TextArea } from './inputs.tsx';

interface CredentialFieldsProps {
  readonly words: {
    readonly credential: string;
    readonly credentialHelp: string;
    readonly file: string;
    readonly fileHelp: string;
  };
  readonly rows: number;
}

/** The fields `credential` (a link or a text) and `file`, of which one is filled. */
export function CredentialFields({ words, rows }: CredentialFieldsProps) {
  const { eitherOne } = usePageContext().t.forms;
  return (
    <>
      <TextArea
        name="credential"
        label={words.credential}
        help={words.credentialHelp}
        rows={rows}
        optional={eitherOne}
      />
      <FileField name="file" label={words.file} help={words.fileHelp} />
    </>
  );
}
