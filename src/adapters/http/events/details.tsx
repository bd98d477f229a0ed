import type { EventDetails } from '../../../domain/event/details.ts';
import type { Event } from '../../../domain/records.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import { isTimeOfDay } from '../../../domain/time/paris-clock.ts';
import { SafeLink } from '../components/details.tsx';
import { TextArea, TextField } from '../forms/inputs.tsx';
import { type FieldErrors, type FormValues, optionalText, optionalUrl } from '../forms/schema.ts';
import { usePageContext } from '../layout/page-context.ts';

const time = optionalText(5).refine((text) => text === undefined || isTimeOfDay(text), {
  message: 'invalid-time',
});

/** What the form of an event asks for the people invited. */
export const detailFields = {
  place: optionalText(200),
  opensAt: time,
  closesAt: time,
  link: optionalUrl,
  words: optionalText(2000),
};

type Details = Omit<EventDetails, 'eventCode'>;

/** Reads the details among the fields of a valid form, or says what is wrong with its hours. */
export function toDetails(
  value: { readonly [Name in keyof Details]?: Details[Name] | undefined },
  { startsOn, endsOn }: Pick<Event, 'startsOn' | 'endsOn'>,
): { readonly details: Details } | { readonly faults: FieldErrors } {
  const { place, opensAt, closesAt, link, words } = value;
  if (!opensAt && closesAt) return { faults: { opensAt: 'required' } };
  if (opensAt && !closesAt) return { faults: { closesAt: 'required' } };
  const isOneDay = !endsOn || endsOn === startsOn;
  if (opensAt && closesAt && isOneDay && closesAt <= opensAt) {
    return { faults: { closesAt: 'end-before-start' } };
  }
  return { details: compact({ place, opensAt, closesAt, link, words }) };
}

export function detailValues(details: Details | undefined): FormValues {
  const { place, opensAt, closesAt, link, words } = details ?? {};
  const given = { place, opensAt, closesAt, link, words };
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value === undefined ? [] : [value]]),
  );
}

export function DetailFields() {
  return (
    <>
      <TextField name="place" maxlength={200} optional />
      <div class="field-row">
        <TextField name="opensAt" type="time" optional />
        <TextField name="closesAt" type="time" optional />
      </div>
      <TextField name="link" type="url" maxlength={2000} optional />
      <TextArea name="words" rows={3} maxlength={2000} optional />
    </>
  );
}

/** Place, hours, link and word of an event, as far as they are said. */
export function EventDetailList({ details }: { details: Details | undefined }) {
  const t = usePageContext().t.invitations.details;
  const { place, opensAt, closesAt, link, words } = details ?? {};
  if (!place && !opensAt && !link && !words) return null;
  return (
    <>
      <dl class="facts-list">
        {place && (
          <>
            <dt>{t.place}</dt>
            <dd>{place}</dd>
          </>
        )}
        {opensAt && closesAt && (
          <>
            <dt>{t.times}</dt>
            <dd>{t.fromTo(opensAt, closesAt)}</dd>
          </>
        )}
        {link && (
          <>
            <dt>{t.link}</dt>
            <dd>
              <SafeLink href={link}>{link}</SafeLink>
            </dd>
          </>
        )}
      </dl>
      {words && <p class="as-written">{words}</p>}
    </>
  );
}
