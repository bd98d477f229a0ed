import { type Context, Hono } from 'hono';
import { MEDIA_TYPES } from '#open-badges/credential';
import { cacheResponse, doNotCache, expireAt } from '../../adapters/http/cache/middleware.ts';
import { qrSvg } from '../../adapters/http/components/qr-code.ts';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { takeTurn } from '../../adapters/http/public/credential/verification-queue.ts';
import { answerError, answerPage, pageContextOf } from '../../adapters/http/responses/page.tsx';
import { respond } from '../../adapters/http/responses/public-document.ts';
import { parseProfileId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { profileUrl } from '../../issuing/addresses.ts';
import type { ShownProfile } from './actions.ts';
import { isSearchable } from './feature.ts';
import { ProfilePage, type ProfileView, profileView } from './public-page.tsx';

/** `/profiles/{id}`: a person's public page. Unknown, removed and empty profiles give the same answer. */
export function publicProfilePages(deps: AppDeps) {
  const read = async (c: Context<AppEnv>): Promise<ShownProfile | undefined> => {
    const id = parseProfileId(c.req.param('id') ?? '');
    if (id) await cacheResponse(c, deps, { kind: 'profile', id });
    return id && deps.services.readPublicProfile(id);
  };
  return new Hono<AppEnv>()
    .get('/profiles/:id', async (c) => {
      const found = await read(c);
      return found ? answerProfile(c, deps, found) : answerError(c, deps, { kind: 'not-found', status: 404 });
    })
    .get('/profiles/:id/qr.svg', async (c) => {
      const found = await read(c);
      if (!found) return answerError(c, deps, { kind: 'not-found', status: 404 });
      const body = await qrSvg(profileUrl(deps.ports.origin, found.profile.id));
      return respond(c, { type: MEDIA_TYPES.svg, body });
    });
}

async function answerProfile(c: Context<AppEnv>, deps: AppDeps, { profile, badges }: ShownProfile) {
  const { locale } = c.var;
  const view = await takeTurn(c, deps, () => profileView(deps, badges, locale));
  await holdUntil(c, deps, { badges, view });
  const pageUrl = profileUrl(deps.ports.origin, profile.id);
  const [newest] = view.badges;
  const pageContext = pageContextOf(c, deps, {
    indexed: deps.ports.copiedAt === undefined && isSearchable(profile, badges, deps.ports.clock.now()),
    canonicalUrl: pageUrl,
    ...(newest && {
      card: { imageUrl: `${newest.pageUrl}/preview.png?lang=${locale}`, imageAlt: newest.image.alt },
    }),
  });
  return answerPage(c, pageContext, <ProfilePage view={view} pageUrl={pageUrl} />);
}

/** The result holds until a date of one of the badges, or until the end of its status list. */
async function holdUntil(
  c: Context<AppEnv>,
  { ports: { store } }: AppDeps,
  { badges, view }: Pick<ShownProfile, 'badges'> & { readonly view: ProfileView },
): Promise<void> {
  const unread = ['status-unreachable', 'not-verifiable'];
  // An address that could not be read a moment ago may be readable now.
  if (view.badges.some(({ report }) => unread.includes(report.verdict))) doNotCache(c);
  const ids = [...new Set(badges.map(({ credential }) => credential.statusListId))];
  const lists = await Promise.all(ids.map((id) => store.readStatusList(id)));
  const ends: readonly (Instant | undefined)[] = [
    ...badges.flatMap(({ award, credential }) => [credential.validFrom, award.validUntil]),
    ...lists.map((list) => list?.published?.validUntil),
  ];
  expireAt(c, ends);
}
