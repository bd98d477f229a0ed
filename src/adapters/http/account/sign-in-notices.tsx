import { usePageContext } from '../layout/page-context.ts';

/** The query of a sign-in for which an action that can't be undone waits. */
export const FOR_IRREVERSIBLE = { for: 'irreversible' } as const;

/** The refusals with a sentence of their own. */
const EXPLAINED = ['acr', 'level-unavailable', 'not-accepted', 'auth-time'] as const;
type Explained = (typeof EXPLAINED)[number];

/** Whether the sign-in page has its own sentence for this reason of a refusal (`SignInFailure`). */
export function isExplained(reason: string | undefined): reason is Explained {
  return EXPLAINED.some((one) => one === reason);
}

export interface SignInNoticesProps {
  /** The reason for which an attempt has just failed. Empty if it isn't explained, undefined if none failed. */
  readonly failed: string | undefined;
  /** Whether an action that can't be undone waits for the sign-in. */
  readonly isIrreversible: boolean;
  /** Whether the form that this browser sent can be shown again. */
  readonly hasRestoredForm: boolean;
  /** Whether the browser has a session that is too weak for its person's roles. */
  readonly needsStronger: boolean;
}

/** Why the browser is on the sign-in page. */
export function SignInNotices({
  failed,
  isIrreversible,
  hasRestoredForm,
  needsStronger,
}: SignInNoticesProps) {
  const { signIn: t, typed: restored } = usePageContext().t.account;
  const waiting = isIrreversible ? t.irreversible(hasRestoredForm) : hasRestoredForm && restored.kept;
  return (
    <>
      {failed !== undefined && (
        <div class="notice notice-error" role="alert">
          <p>{isExplained(failed) ? t.refused[failed] : t.failed}</p>
        </div>
      )}
      {needsStronger && (
        <div class="notice" role="status">
          <p>{t.needsStronger}</p>
        </div>
      )}
      {waiting && (
        <div class="notice" role="status">
          <p>{waiting}</p>
        </div>
      )}
    </>
  );
}
