import { describe, expect, it } from 'vitest';
import { parseRecipientPlace, toRecipientPlace } from '../../src/application/awards/recipient.ts';
import { parseProposalId, proposalId } from '../../src/domain/award/proposal.ts';
import { NO_PERSON, parsePersonId, personIdsAmong } from '../../src/domain/ids.ts';
import { parseUai } from '../../src/domain/uai.ts';

const ADA = parsePersonId('0f8fad5b-d9cb-469f-a165-70867728950e');
const NO_IDS = ['', 'a~b', 'a:b', 'a b', 'ada@ac-test.example', 'x'.repeat(65)];

describe('the id of a person', () => {
  it.each(NO_IDS)('is not « %s »', (text) => {
    expect(() => parsePersonId(text)).toThrow('unknown-person');
  });

  it('is picked from texts, some of which are not ids, once each', () => {
    expect(personIdsAmong([ADA, ...NO_IDS, ADA])).toEqual([ADA]);
  });

  it('is never that of the service, of a file or of the demonstration', () => {
    const drawn = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    expect(Object.values(NO_PERSON).filter((id) => drawn.test(id))).toEqual([]);
  });
});

const UAI = parseUai('0210001M');
const RECIPIENTS = [
  { kind: 'person', personId: ADA },
  { kind: 'establishment', uai: UAI },
] as const;

describe('a position in a walk over all recipients', () => {
  it.each(RECIPIENTS)('is read as it was given, of a $kind', (recipient) => {
    expect(parseRecipientPlace(toRecipientPlace(recipient))).toEqual(recipient);
  });

  it.each(['', 'person:', 'person:a~b', 'team:x'])('is refused as « %s »', (text) => {
    expect(() => parseRecipientPlace(text)).toThrow('invalid-request');
  });
});

describe('the key of a proposal', () => {
  it('contains its recipient and school', () => {
    const [person, school] = RECIPIENTS;
    const key = proposalId(person, { achievement: 'rupn', uai: UAI });
    expect(parseProposalId(key)).toEqual({ recipient: person, achievement: 'rupn', uai: UAI });
    const homeless = proposalId(person, { achievement: 'rupn' });
    expect(parseProposalId(homeless)).toEqual({ recipient: person, achievement: 'rupn' });
    const ofSchool = proposalId(school, { achievement: 'team', uai: UAI });
    expect(parseProposalId(ofSchool)).toMatchObject({ recipient: school, achievement: 'team' });
  });

  it.each(['', '-~rupn~person', '-~rupn~person~a b', '-~team~establishment~0210001X', `-~rupn~team~${ADA}`])(
    'is not « %s »',
    (text) => {
      expect(parseProposalId(text)).toBeUndefined();
    },
  );
});
