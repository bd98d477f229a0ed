import { faultSentence } from './fault-sentence.ts';
import { RecordedNow, recordedTie } from './recorded-now.tsx';
import { useForm } from './use-form.ts';
import { useFrame } from './use-frame.ts';

interface MissionFamiliesProps {
  readonly legend: string;
  readonly help: string;
  readonly families: readonly {
    readonly legend: string;
    readonly note?: string | undefined;
    readonly missions: readonly {
      readonly code: string;
      readonly label: string;
      /** A condition to read before choosing it. */
      readonly text?: string | undefined;
    }[];
  }[];
}

/** The missions of the framework as boxes, in a group for each family, under the one name `missions`. */
export function MissionFamilies({ legend, help, families }: MissionFamiliesProps) {
  const form = useForm();
  const frame = useFrame();
  const chosen = form.values['missions'] ?? [];
  const fault = form.faults['missions'];
  return (
    <fieldset
      class="choices mission-families"
      id="missions"
      aria-describedby={['missions-help', fault && 'missions-fault', recordedTie(form, 'missions')]
        .filter(Boolean)
        .join(' ')}
    >
      <legend>{legend}</legend>
      <small id="missions-help">{help}</small>
      {fault && (
        <p class="fault" id="missions-fault">
          {faultSentence(frame.t, fault)}
        </p>
      )}
      {families.map((family) => (
        <fieldset class="choices">
          <legend>{family.legend}</legend>
          {family.note && <small>{family.note}</small>}
          {family.missions.map((mission) => (
            <MissionBox {...mission} checked={chosen.includes(mission.code)} />
          ))}
        </fieldset>
      ))}
      <RecordedNow name="missions" />
    </fieldset>
  );
}

type MissionBoxProps = MissionFamiliesProps['families'][number]['missions'][number] & {
  readonly checked: boolean;
};

function MissionBox({ code, label, text, checked }: MissionBoxProps) {
  const id = `mission-${code}`;
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        name="missions"
        value={code}
        checked={checked}
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
