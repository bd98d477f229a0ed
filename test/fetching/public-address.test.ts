import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/adapters/fetching/public-address.ts';

const NOT_PUBLIC: readonly (readonly [string, string])[] = [
  ['this host', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['private', '10.0.0.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['carrier-grade NAT, last', '100.127.255.255'],
  ['loopback', '127.0.0.1'],
  ['loopback, elsewhere', '127.255.255.254'],
  ['link-local, cloud metadata', '169.254.169.254'],
  ['private', '172.16.0.1'],
  ['private, last', '172.31.255.255'],
  ['protocol assignments', '192.0.0.8'],
  ['documentation', '192.0.2.1'],
  ['private', '192.168.1.1'],
  ['benchmarking', '198.19.255.255'],
  ['documentation', '198.51.100.7'],
  ['documentation', '203.0.113.9'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['unspecified', '::'],
  ['loopback', '::1'],
  ['loopback, spelt out', '0:0:0:0:0:0:0:1'],
  ['mapped loopback', '::ffff:127.0.0.1'],
  ['mapped loopback in hexadecimal', '::ffff:7f00:1'],
  ['mapped public: never resolved as such', '::ffff:8.8.8.8'],
  ['compatible loopback', '::127.0.0.1'],
  ['NAT64 of a private address', '64:ff9b::10.0.0.1'],
  ['local NAT64', '64:ff9b:1::1'],
  ['6to4 of a private address', '2002:0a00:0001::1'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['ORCHID', '2001:20::1'],
  ['documentation', '2001:db8::1'],
  ['newer documentation', '3fff:0abc::1'],
  ['unique local', 'fd00::1'],
  ['unique local', 'fc12::1'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['old site-local', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['in brackets', '[::1]'],
  ['octal', '0177.0.0.1'],
  ['short', '127.1'],
  ['a number', '2130706433'],
  ['a name', 'localhost'],
  ['nothing', ''],
  ['two gaps', '2001::1::2'],
  ['too many groups', '2606:4700:1:2:3:4:5:6:7'],
  ['a group too long', '2606:47001::1'],
];

describe('an address of the public internet', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.255.255',
    '192.169.0.1',
    '198.17.255.255',
    '223.255.255.255',
    '2001:4860:4860::8888',
    '2606:4700:4700::1111',
    '2A00:1450:4007:80E::200E',
    '2002:0808:0808::1',
    '64:ff9b::8.8.8.8',
  ])('%s is allowed', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(NOT_PUBLIC)('%s (%s) is not', (_kind, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
