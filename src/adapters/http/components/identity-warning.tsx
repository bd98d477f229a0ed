import {
  type DoubtNames,
  isClaimedOtherwise,
  newcomerNameOf,
  statedNameText,
} from '../../../domain/access/newcomer-name.ts';
import { claimedFullName } from '../../../domain/person/name.ts';
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
  const claimed = claimedFullName(request);
  if (newcomerNameOf(doubt)?.from === 'claim') {
    return (
      <div class="notice notice-error">
        <p>{t.unproved(claimed)}</p>
      </div>
    );
  }
  if (!isClaimedOtherwise(doubt)) return null;
  return (
    <div class="notice notice-error">
      <p>{t.differs(statedNameText(identity) ?? '', claimed)}</p>
      <p>{t.recordedAs}</p>
    </div>
  );
}
