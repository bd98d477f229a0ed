import {
  type DoubtNames,
  isDeclaredOtherwise,
  newcomerNameOf,
  statedNameText,
} from '../../../domain/access/newcomer-name.ts';
import { declaredFullName } from '../../../domain/person/name.ts';
import { usePageContext } from '../layout/page-context.ts';

/** The name under which a page lists a person who is not in the register: what the provider stated, or else the
 *  address. Never what the person typed. */
export function doubtTitle({ identity }: DoubtNames): string {
  return statedNameText(identity) ?? identity.email ?? '—';
}

/** Both names in the warning colour, if the typed one is another than the provider stated, or if the provider stated
 *  none. Nothing otherwise. */
export function IdentityWarning({ doubt }: { readonly doubt: DoubtNames }) {
  const t = usePageContext().t.newcomers.identity;
  const { identity, request } = doubt;
  if (!request) return null;
  const declared = declaredFullName(request);
  if (newcomerNameOf(doubt)?.from === 'declaration') {
    return (
      <div class="notice notice-error">
        <p>{t.unproved(declared)}</p>
      </div>
    );
  }
  if (!isDeclaredOtherwise(doubt)) return null;
  return (
    <div class="notice notice-error">
      <p>{t.differs(statedNameText(identity) ?? '', declared)}</p>
      <p>{t.recordedAs}</p>
    </div>
  );
}
