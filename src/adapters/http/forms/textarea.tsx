import type { Child } from 'hono/jsx';
import type { FormState } from './context.ts';
import { Form } from './elements.tsx';
import { TextArea } from './inputs.tsx';

interface TextFormProps {
  readonly form: FormState;
  readonly action: string;
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly rows?: number;
  readonly maxlength?: number;
  readonly submit: string;
  /** Other fields, above the text. */
  readonly children?: Child;
  /** Labels of those fields, for the summary of faults. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A form with one main text: its faults, the text, the button. */
export function TextForm(props: TextFormProps) {
  const { form, action, name, label, help, rows = 4, maxlength, submit, children, labels } = props;
  return (
    <Form action={action} form={form} labels={{ ...labels, [name]: label }} submit={submit}>
      {children}
      <TextArea {...{ name, label, help, rows }} {...(maxlength !== undefined && { maxlength })} />
    </Form>
  );
}
