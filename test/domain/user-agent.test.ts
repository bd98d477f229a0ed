import { describe, expect, it } from 'vitest';
import { parseUserAgent } from '../../src/domain/access/user-agent.ts';

describe('the device of a session', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0', 'firefox/windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'safari/ios',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
      'edge/windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
      'chrome/android',
    ],
    ['curl/8.5.0 (Linux)', 'other/linux'],
  ])('is shown in two words, without any version: %s', (userAgent, device) => {
    expect(parseUserAgent(userAgent)).toBe(device);
  });

  it.each([undefined, '', 'bot'])('is left out where it is unknown: %s', (userAgent) => {
    expect(parseUserAgent(userAgent)).toBeUndefined();
  });
});
