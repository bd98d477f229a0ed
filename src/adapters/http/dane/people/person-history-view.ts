import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import type { StoredAuditEntry } from '../../../../domain/audit.ts';
import type { Refusal } from '../../../../domain/award/proposal.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { wordsOf } from '../../shell/words.ts';
import { badgeName } from '../decisions/decision-views.ts';
import type { HistoryLine } from './person-history.tsx';

interface Context {
  readonly deps: AppDeps;
  readonly locale: Locale;
  readonly awards: readonly AwardWithCredential[];
  readonly refusals: readonly Refusal[];
  readonly nameOfActor: (actor: string) => string;
}

/** The audit's subjects that concern a person: the person, their awards and their credentials. */
export function subjectsOf(id: string, awards: readonly AwardWithCredential[]): readonly string[] {
  return [
    id,
    ...awards.flatMap(({ award, credential }) => [award.id, ...(credential ? [credential.id] : [])]),
  ];
}

/** The audit in words, with names instead of ids. A reason that is stored elsewhere in the register is read
 *  from there. */
export function historyView(audit: readonly StoredAuditEntry[], context: Context): readonly HistoryLine[] {
  const { deps, locale, awards, nameOfActor } = context;
  const t = wordsOf(deps.ports, locale).pages.dane.people;
  return audit.map((entry) => {
    const { at, actor, action, subject, details } = entry;
    const award = awards.find((one) => one.award.id === subject || one.credential?.id === subject)?.award;
    const achievement = award?.achievement ?? textOf(details?.['achievement']);
    const actions: Readonly<Record<string, string>> = t.person.actions;
    const fields: Readonly<Record<string, string>> = t.change.fields;
    const changed = textOf(details?.['changed'])?.split(' ') ?? [];
    const reason = reasonOf(entry, { ...context, overrideReason: award?.overrideReason });
    return {
      at,
      by: nameOfActor(actor),
      what: actions[action] ?? action,
      ...(achievement && {
        badge: badgeName(deps.ports.catalogue, {
          achievement,
          ...(award && { version: award.version }),
          locale,
        }),
      }),
      ...(changed.length > 0 && {
        changed: changed.map((field) => fields[field] ?? field),
      }),
      ...(reason && { reason }),
    };
  });
}

function reasonOf(
  { at, action, details }: StoredAuditEntry,
  { refusals, overrideReason }: Pick<Context, 'refusals'> & { readonly overrideReason?: string | undefined },
): string | undefined {
  const said = textOf(details?.['reason']);
  if (said) return said;
  if (action === 'award-granted') return overrideReason;
  const of = (refusal: Refusal) => refusal.at === at && refusal.achievement === details?.['achievement'];
  return action === 'award-refused' ? refusals.find(of)?.reason : undefined;
}

function textOf(detail: string | number | boolean | undefined): string | undefined {
  return typeof detail === 'string' && detail !== '' ? detail : undefined;
}
