import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireMay, requireSignedIn, theService } from '../middleware/signed-in.ts';
import { findSchools, schoolText } from '../shell/find-named.ts';

const MOST = 8;

/** `/dane/schools.json?q=`: the schools with these words, for fields that suggest during typing. */
export function schoolSuggestionRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  return new Hono<AppEnv>().get('/dane/schools.json', ...reads, async (c) => {
    const text = (c.req.query('q') ?? '').trim().slice(0, 200);
    const { schools } = text === '' ? { schools: [] } : await findSchools(deps.ports.store, text);
    return c.json(schools.slice(0, MOST).map(schoolText));
  });
}
