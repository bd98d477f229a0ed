import { type Allowance, UNLIMITED } from '../query-allowance.ts';

interface Needs {
  readonly extend: (allowance: Allowance) => Promise<unknown>;
  readonly sign: (allowance: Allowance) => Promise<unknown>;
}

/** Enters waiting badges into the log, then signs the new state of the log. The timer calls it. */
export const keepBadgeLog =
  ({ extend, sign }: Needs) =>
  async (allowance: Allowance = UNLIMITED): Promise<void> => {
    await extend(allowance);
    await sign(allowance);
  };
