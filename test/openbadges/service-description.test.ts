import { expect, it } from 'vitest';
import { readServiceDescription } from '../../src/issuing/read-service-description.ts';
import { serviceDescription } from '../../src/issuing/service-description.ts';

const BASE = 'https://portfolio.example';
const OWN = serviceDescription({ origin: BASE, name: 'Portfolio', logoUrl: undefined as never });

/** The description with one of its addresses moved elsewhere. */
function moved(path: string, to: string): unknown {
  const text = JSON.stringify(OWN);
  return JSON.parse(text.replaceAll(`${BASE}${path}"`, `${to}"`));
}
const HOST_PATHS = ['/oauth/register', '/oauth/authorize', '/oauth/token', '/ims/ob/v3p0'] as const;

it('the description of a host is read at its own address', () => {
  expect(readServiceDescription(OWN, BASE)).toMatchObject({ tokenUrl: `${BASE}/oauth/token` });
});

it.each(HOST_PATHS)('an address below the host may answer for it: %s', (path) => {
  expect(readServiceDescription(moved(path, `https://api.portfolio.example${path}`), BASE)).toBeDefined();
});

it.each(
  HOST_PATHS.flatMap((path) =>
    [
      'https://bank.example',
      'https://jalon.test',
      'https://portfolio.example.evil.example',
      'https://evilportfolio.example',
      'https://portfolio.example:8443',
      'https://portfolio.example@evil.example',
      'http://portfolio.example',
    ].map((origin) => [path, origin] as const),
  ),
)('a host that refers to another one for its %s is refused: %s', (path, origin) => {
  expect(readServiceDescription(moved(path, `${origin}${path}`), BASE)).toBeUndefined();
});
