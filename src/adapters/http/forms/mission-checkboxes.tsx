import { usePageContext } from '../layout/page-context.ts';
import { useForm } from './context.ts';
import { errorSentence } from './field.tsx';
import { RecordedNow, recordedTie } from './saved-value.tsx';

/** A mission to tick. */
interface MissionBoxProps {
  readonly code: string;
  readonly label: string;
  /** A condition to read before choosing it. */
  readonly text?: string | undefined;
}

/** The missions of a family, as a form offers them. */
export interface FamilyChoice {
  readonly label: string;
  readonly note?: string | undefined;
  readonly missions: readonly MissionBoxProps[];
}

interface MissionFamiliesProps {
  readonly legend: string;
  readonly help: string;
  readonly families: readonly FamilyChoice[];
  /** The missions that stand before the folds: those that are ticked, then the likely ones. */
  readonly first: readonly string[];
}

/** The missions of the framework as boxes under the one name `missions`: the first ones, then a fold for each
 *  family. Where no mission is likely, the first family is open. */
export function MissionFamilies({ legend, help, families, first }: MissionFamiliesProps) {
  const form = useForm();
  const pageContext = usePageContext();
  const error = form.faults['missions'];
  const shown = families.flatMap(({ missions }) => missions.filter(({ code }) => first.includes(code)));
  const folded = families.map((family) => ({
    ...family,
    missions: family.missions.filter(({ code }) => !first.includes(code)),
  }));
  return (
    <fieldset
      class="choices mission-families"
      id="missions"
      aria-describedby={['missions-help', error && 'missions-fault', recordedTie(form, 'missions')]
        .filter(Boolean)
        .join(' ')}
    >
      <legend>{legend}</legend>
      <small id="missions-help">{help}</small>
      {error && (
        <p class="fault" id="missions-fault">
          {errorSentence(pageContext.t, error)}
        </p>
      )}
      {shown.map((mission) => (
        <MissionBox {...mission} />
      ))}
      {folded.map(
        (family, index) =>
          family.missions.length > 0 && (
            <FamilyDetails {...family} open={shown.length === 0 && index === 0} />
          ),
      )}
      <RecordedNow name="missions" />
    </fieldset>
  );
}

/** The missions of a family, folded; the summary names those that are ticked inside. */
function FamilyDetails({ label, note, missions, open }: FamilyChoice & { readonly open: boolean }) {
  const { fields } = usePageContext().t.changes;
  const chosen = useForm().values['missions'] ?? [];
  const ticked = missions.map(({ code }) => code).filter((code) => chosen.includes(code));
  return (
    <details class="folded" open={open}>
      <summary>
        {label}
        {ticked.length > 0 && <span class="note"> {fields.ticked(ticked)}</span>}
      </summary>
      {/* The summary is the visible name of these boxes. */}
      <fieldset aria-label={label}>
        {note && <small>{note}</small>}
        {missions.map((mission) => (
          <MissionBox {...mission} />
        ))}
      </fieldset>
    </details>
  );
}

function MissionBox({ code, label, text }: MissionBoxProps) {
  const chosen = useForm().values['missions'] ?? [];
  const id = `mission-${code}`;
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        name="missions"
        value={code}
        checked={chosen.includes(code)}
        aria-describedby={text ? `${id}-text` : undefined}
      />
      <label for={id}>
        <span class="code">{code}</span> {label}
      </label>
      {text && (
        <small class="choice-text" id={`${id}-text`}>
          {text}
        </small>
      )}
    </div>
  );
}
