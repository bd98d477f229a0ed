import { type Allowance, UNLIMITED } from '../verification/allowance.ts';

interface Needs {
  readonly extend: (allowance: Allowance) => Promise<unknown>;
  readonly sign: (allowance: Allowance) => Promise<unknown>;
}

/** Gives waiting badges their place, then signs what the log has become: by the timer. */
export const keepBadgeLog =
  ({ extend, sign }: Needs) =>
  async (allowance: Allowance = UNLIMITED): Promise<void> => {
    await extend(allowance);
    await sign(allowance);
  };
