// Made by tools/compile-schemas.mjs from schemas/open-badges-3.0. Do not change it by hand.
import { dateFormat } from './rfc3339.ts';
import { isJsonObject } from '../parsing/json-value.ts';
import { withStatusId } from '../parsing/tolerant-form.ts';

/** A single value stands for a list of one where the form is tolerant (tolerant-form.ts). */
function asList(value: unknown, isTolerant: boolean): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return isTolerant ? [value] : undefined;
}

function isContext(value: unknown, _isTolerant: boolean): boolean {
  return (typeof value === 'string') !== (isJsonObject(value));
}

function isTermsOfUse(value: unknown, _isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 1;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
        if (!(typeof member === 'string')) return false;
        break;
      case 'type':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isCredentialStatus(value: unknown, _isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 2;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
      case 'type':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isList1(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "AchievementSubject") isFound = true;
  }
  return isFound;
}

function isList2(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isIdentityObject(item, isTolerant))) return false;
  }
  return true;
}

function isList3(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isResult(item, isTolerant))) return false;
  }
  return true;
}

function isAchievementSubject(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 2;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
      case 'licenseNumber':
      case 'narrative':
      case 'role':
      case 'term':
        if (!(typeof member === 'string')) return false;
        break;
      case 'type':
        if (!(isList1(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'activityEndDate':
      case 'activityStartDate':
        if (!(typeof member === 'string' && dateFormat["date-time"](member))) return false;
        break;
      case 'creditsEarned':
        if (!(typeof member === 'number')) return false;
        break;
      case 'achievement':
        if (!(isAchievement(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'identifier':
        if (!(isList2(member, isTolerant))) return false;
        break;
      case 'image':
        if (!(isImage(member, isTolerant))) return false;
        break;
      case 'result':
        if (!(isList3(member, isTolerant))) return false;
        break;
      case 'source':
        if (!(isProfile(member, isTolerant))) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

const TERMS1 = new Set<unknown>(["name","sourcedId","systemId","productId","userName","accountId","emailAddress","nationalIdentityNumber","isbn","issn","lisSourcedId","oneRosterSourcedId","sisSourcedId","ltiContextId","ltiDeploymentId","ltiToolId","ltiPlatformId","ltiUserId","identifier"]);

const PATTERN1 = /(ext:)[a-z|A-Z|0-9|.|-|_]+/u;

function isIdentityObject(value: unknown, _isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 4;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'type':
        if (!(member === "IdentityObject")) return false;
        missing -= 1;
        break;
      case 'hashed':
        if (!(typeof member === 'boolean')) return false;
        missing -= 1;
        break;
      case 'identityHash':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'identityType':
        if (!((TERMS1.has(member)) !== (typeof member === 'string' && PATTERN1.test(member)))) return false;
        missing -= 1;
        break;
      case 'salt':
        if (!(typeof member === 'string')) return false;
        break;
      default:
        return false;
    }
  }
  return missing === 0;
}

function isList4(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "Evidence") isFound = true;
  }
  return isFound;
}

function isEvidence(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 1;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
      case 'narrative':
      case 'name':
      case 'description':
      case 'genre':
      case 'audience':
        if (!(typeof member === 'string')) return false;
        break;
      case 'type':
        if (!(isList4(member, isTolerant))) return false;
        missing -= 1;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

const PATTERN2 = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/u;

function isList5(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 2) return false;
  for (const [at, item] of list.entries()) {
    if (!(at === 0 ? item === "https://www.w3.org/ns/credentials/v2" : at === 1 ? typeof item === 'string' && PATTERN2.test(item) : isContext(item, isTolerant))) return false;
  }
  return true;
}

function isList6(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "VerifiableCredential") isFound = true;
  }
  return isFound;
}

function isList7(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "EndorsementCredential") isFound = true;
  }
  return isFound;
}

function isList8(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isProof(item, isTolerant))) return false;
  }
  return true;
}

function isList9(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isCredentialSchema(item, isTolerant))) return false;
  }
  return true;
}

function isList10(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isTermsOfUse(item, isTolerant))) return false;
  }
  return true;
}

function isEndorsementCredential(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 7;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case '@context':
        if (!(isList5(member, false))) return false;
        missing -= 1;
        break;
      case 'type':
        if (!(isList6(member, isTolerant) && isList7(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'id':
      case 'name':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'description':
        if (!(typeof member === 'string')) return false;
        break;
      case 'credentialSubject':
        if (!(isEndorsementSubject(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'awardedDate':
      case 'validUntil':
        if (!(typeof member === 'string' && dateFormat["date-time"](member))) return false;
        break;
      case 'issuer':
        if (!(isProfileRef(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'validFrom':
        if (!(typeof member === 'string' && dateFormat["date-time"](member))) return false;
        missing -= 1;
        break;
      case 'proof':
        if (!(isList8(member, isTolerant))) return false;
        break;
      case 'credentialSchema':
        if (!(isList9(member, isTolerant))) return false;
        break;
      case 'credentialStatus':
        if (!(isCredentialStatus((isTolerant ? withStatusId(member) : member), isTolerant))) return false;
        break;
      case 'refreshService':
        if (!(isRefreshService(member, isTolerant))) return false;
        break;
      case 'termsOfUse':
        if (!(isList10(member, isTolerant))) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isList11(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "Achievement") isFound = true;
  }
  return isFound;
}

function isList12(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isAlignment(item, isTolerant))) return false;
  }
  return true;
}

const TERMS2 = new Set<unknown>(["Achievement","ApprenticeshipCertificate","Assessment","Assignment","AssociateDegree","Award","Badge","BachelorDegree","Certificate","CertificateOfCompletion","Certification","CommunityService","Competency","Course","CoCurricular","Degree","Diploma","DoctoralDegree","Fieldwork","GeneralEducationDevelopment","JourneymanCertificate","LearningProgram","License","Membership","ProfessionalDoctorate","QualityAssuranceCredential","MasterCertificate","MasterDegree","MicroCredential","ResearchDoctorate","SecondarySchoolDiploma"]);

function isList13(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isEndorsementCredential(item, isTolerant))) return false;
  }
  return true;
}

const PATTERN3 = /^[a-zA-Z0-9_-]+\.[a-zA-Z0-9_-]*\.[a-zA-Z0-9_-]+$/u;

function isList14(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(typeof item === 'string' && PATTERN3.test(item))) return false;
  }
  return true;
}

const PATTERN4 = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/u;

function isList15(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isIdentifierEntry(item, isTolerant))) return false;
  }
  return true;
}

function isList16(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isRelated(item, isTolerant))) return false;
  }
  return true;
}

function isList17(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isResultDescription(item, isTolerant))) return false;
  }
  return true;
}

function isList18(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
  }
  return true;
}

function isAchievement(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 5;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
      case 'description':
      case 'name':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'type':
        if (!(isList11(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'alignment':
        if (!(isList12(member, isTolerant))) return false;
        break;
      case 'achievementType':
        if (!((TERMS2.has(member)) !== (typeof member === 'string' && PATTERN1.test(member)))) return false;
        break;
      case 'creator':
        if (!(isProfile(member, isTolerant))) return false;
        break;
      case 'creditsAvailable':
        if (!(typeof member === 'number')) return false;
        break;
      case 'criteria':
        if (!(isCriteria(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'endorsement':
        if (!(isList13(member, isTolerant))) return false;
        break;
      case 'endorsementJwt':
        if (!(isList14(member, isTolerant))) return false;
        break;
      case 'fieldOfStudy':
      case 'humanCode':
      case 'specialization':
      case 'version':
        if (!(typeof member === 'string')) return false;
        break;
      case 'image':
        if (!(isImage(member, isTolerant))) return false;
        break;
      case 'inLanguage':
        if (!(typeof member === 'string' && PATTERN4.test(member))) return false;
        break;
      case 'otherIdentifier':
        if (!(isList15(member, isTolerant))) return false;
        break;
      case 'related':
        if (!(isList16(member, isTolerant))) return false;
        break;
      case 'resultDescription':
        if (!(isList17(member, isTolerant))) return false;
        break;
      case 'tag':
        if (!(isList18(member, isTolerant))) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isList19(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "Alignment") isFound = true;
  }
  return isFound;
}

const TERMS3 = new Set<unknown>(["ceasn:Competency","ceterms:Credential","CFItem","CFRubric","CFRubricCriterion","CFRubricCriterionLevel","CTDL"]);

function isAlignment(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 3;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'type':
        if (!(isList19(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'targetCode':
      case 'targetDescription':
      case 'targetFramework':
        if (!(typeof member === 'string')) return false;
        break;
      case 'targetName':
      case 'targetUrl':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'targetType':
        if (!((TERMS3.has(member)) !== (typeof member === 'string' && PATTERN1.test(member)))) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isCriteria(value: unknown, _isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 0;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
      case 'narrative':
        if (!(typeof member === 'string')) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isIdentifierEntry(value: unknown, _isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 3;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'type':
        if (!(member === "IdentifierEntry")) return false;
        missing -= 1;
        break;
      case 'identifier':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'identifierType':
        if (!((TERMS1.has(member)) !== (typeof member === 'string' && PATTERN1.test(member)))) return false;
        missing -= 1;
        break;
      default:
        return false;
    }
  }
  return missing === 0;
}

function isProof(value: unknown, _isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 1;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'type':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'created':
        if (!(typeof member === 'string' && dateFormat["date-time"](member))) return false;
        break;
      case 'cryptosuite':
      case 'challenge':
      case 'domain':
      case 'nonce':
      case 'proofPurpose':
      case 'proofValue':
      case 'verificationMethod':
        if (!(typeof member === 'string')) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isRefreshService(value: unknown, _isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 2;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
      case 'type':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isImage(value: unknown, _isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 2;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'type':
        if (!(member === "Image")) return false;
        missing -= 1;
        break;
      case 'caption':
        if (!(typeof member === 'string')) return false;
        break;
      default:
        return false;
    }
  }
  return missing === 0;
}

function isList20(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "EndorsementSubject") isFound = true;
  }
  return isFound;
}

function isEndorsementSubject(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 2;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'type':
        if (!(isList20(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'endorsementComment':
        if (!(typeof member === 'string')) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isList21(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "Result") isFound = true;
  }
  return isFound;
}

const TERMS4 = new Set<unknown>(["Completed","Enrolled","Failed","InProgress","OnHold","Provisional","Withdrew"]);

function isResult(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 1;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'type':
        if (!(isList21(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'achievedLevel':
      case 'resultDescription':
      case 'value':
        if (!(typeof member === 'string')) return false;
        break;
      case 'alignment':
        if (!(isList12(member, isTolerant))) return false;
        break;
      case 'status':
        if (!(TERMS4.has(member))) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isProfileRef(value: unknown, isTolerant: boolean): boolean {
  return (typeof value === 'string') !== (isProfile(value, isTolerant));
}

function isList22(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "ResultDescription") isFound = true;
  }
  return isFound;
}

const TERMS5 = new Set<unknown>(["GradePointAverage","LetterGrade","Percent","PerformanceLevel","PredictedScore","RawScore","Result","RubricCriterion","RubricCriterionLevel","RubricScore","ScaledScore","Status"]);

function isList23(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isRubricCriterionLevel(item, isTolerant))) return false;
  }
  return true;
}

function isResultDescription(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 4;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
      case 'name':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'type':
        if (!(isList22(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'alignment':
        if (!(isList12(member, isTolerant))) return false;
        break;
      case 'allowedValue':
        if (!(isList18(member, isTolerant))) return false;
        break;
      case 'requiredLevel':
      case 'requiredValue':
      case 'valueMax':
      case 'valueMin':
        if (!(typeof member === 'string')) return false;
        break;
      case 'resultType':
        if (!((TERMS5.has(member)) !== (typeof member === 'string' && PATTERN1.test(member)))) return false;
        missing -= 1;
        break;
      case 'rubricCriterionLevel':
        if (!(isList23(member, isTolerant))) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isList24(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "RubricCriterionLevel") isFound = true;
  }
  return isFound;
}

function isRubricCriterionLevel(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 3;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
      case 'name':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'type':
        if (!(isList24(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'alignment':
        if (!(isList12(member, isTolerant))) return false;
        break;
      case 'description':
      case 'level':
      case 'points':
        if (!(typeof member === 'string')) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isList25(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "Related") isFound = true;
  }
  return isFound;
}

function isRelated(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 2;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'type':
        if (!(isList25(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'inLanguage':
        if (!(typeof member === 'string' && PATTERN4.test(member))) return false;
        break;
      case 'version':
        if (!(typeof member === 'string')) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isList26(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "Profile") isFound = true;
  }
  return isFound;
}

function isProfile(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 2;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'type':
        if (!(isList26(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'name':
      case 'url':
      case 'phone':
      case 'description':
      case 'email':
      case 'official':
      case 'familyName':
      case 'givenName':
      case 'additionalName':
      case 'patronymicName':
      case 'honorificPrefix':
      case 'honorificSuffix':
      case 'familyNamePrefix':
        if (!(typeof member === 'string')) return false;
        break;
      case 'endorsement':
        if (!(isList13(member, isTolerant))) return false;
        break;
      case 'endorsementJwt':
        if (!(isList14(member, isTolerant))) return false;
        break;
      case 'image':
        if (!(isImage(member, isTolerant))) return false;
        break;
      case 'address':
        if (!(isAddress(member, isTolerant))) return false;
        break;
      case 'otherIdentifier':
        if (!(isList15(member, isTolerant))) return false;
        break;
      case 'parentOrg':
        if (!(isProfile(member, isTolerant))) return false;
        break;
      case 'dateOfBirth':
        if (!(typeof member === 'string' && dateFormat["date"](member))) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isList27(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "Address") isFound = true;
  }
  return isFound;
}

function isAddress(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 1;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'type':
        if (!(isList27(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'addressCountry':
      case 'addressCountryCode':
      case 'addressRegion':
      case 'addressLocality':
      case 'streetAddress':
      case 'postOfficeBoxNumber':
      case 'postalCode':
        if (!(typeof member === 'string')) return false;
        break;
      case 'geo':
        if (!(isGeoCoordinates(member, isTolerant))) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isGeoCoordinates(value: unknown, _isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 3;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'type':
        if (!(member === "GeoCoordinates")) return false;
        missing -= 1;
        break;
      case 'latitude':
      case 'longitude':
        if (!(typeof member === 'number')) return false;
        missing -= 1;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isCredentialSchema(value: unknown, _isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 2;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case 'id':
      case 'type':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

function isList28(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined || list.length < 1) return false;
  let isFound = false;
  for (const item of list) {
    if (!(typeof item === 'string')) return false;
    if (item === "AchievementCredential" || item === "OpenBadgeCredential") isFound = true;
  }
  return isFound;
}

function isList29(value: unknown, isTolerant: boolean): boolean {
  const list = asList(value, isTolerant);
  if (list === undefined) return false;
  for (const item of list) {
    if (!(isEvidence(item, isTolerant))) return false;
  }
  return true;
}

export function isAchievementDocument(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 6;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case '@context':
        if (!(isList5(member, false))) return false;
        missing -= 1;
        break;
      case 'id':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'type':
        if (!(isList6(member, isTolerant) && isList28(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'name':
      case 'description':
        if (!(typeof member === 'string')) return false;
        break;
      case 'image':
        if (!(isImage(member, isTolerant))) return false;
        break;
      case 'awardedDate':
      case 'validUntil':
        if (!(typeof member === 'string' && dateFormat["date-time"](member))) return false;
        break;
      case 'credentialSubject':
        if (!(isAchievementSubject(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'endorsement':
        if (!(isList13(member, isTolerant))) return false;
        break;
      case 'endorsementJwt':
        if (!(isList14(member, isTolerant))) return false;
        break;
      case 'evidence':
        if (!(isList29(member, isTolerant))) return false;
        break;
      case 'issuer':
        if (!(isProfileRef(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'validFrom':
        if (!(typeof member === 'string' && dateFormat["date-time"](member))) return false;
        missing -= 1;
        break;
      case 'proof':
        if (!(isList8(member, isTolerant))) return false;
        break;
      case 'credentialSchema':
        if (!(isList9(member, isTolerant))) return false;
        break;
      case 'credentialStatus':
        if (!(isCredentialStatus((isTolerant ? withStatusId(member) : member), isTolerant))) return false;
        break;
      case 'refreshService':
        if (!(isRefreshService(member, isTolerant))) return false;
        break;
      case 'termsOfUse':
        if (!(isList10(member, isTolerant))) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}

export function isEndorsementDocument(value: unknown, isTolerant: boolean): boolean {
  if (!isJsonObject(value)) return false;
  let missing = 7;
  for (const name of Object.keys(value)) {
    const member = value[name];
    switch (name) {
      case '@context':
        if (!(isList5(member, false))) return false;
        missing -= 1;
        break;
      case 'type':
        if (!(isList6(member, isTolerant) && isList7(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'id':
      case 'name':
        if (!(typeof member === 'string')) return false;
        missing -= 1;
        break;
      case 'description':
        if (!(typeof member === 'string')) return false;
        break;
      case 'credentialSubject':
        if (!(isEndorsementSubject(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'awardedDate':
      case 'validUntil':
        if (!(typeof member === 'string' && dateFormat["date-time"](member))) return false;
        break;
      case 'issuer':
        if (!(isProfileRef(member, isTolerant))) return false;
        missing -= 1;
        break;
      case 'validFrom':
        if (!(typeof member === 'string' && dateFormat["date-time"](member))) return false;
        missing -= 1;
        break;
      case 'proof':
        if (!(isList8(member, isTolerant))) return false;
        break;
      case 'credentialSchema':
        if (!(isList9(member, isTolerant))) return false;
        break;
      case 'credentialStatus':
        if (!(isCredentialStatus((isTolerant ? withStatusId(member) : member), isTolerant))) return false;
        break;
      case 'refreshService':
        if (!(isRefreshService(member, isTolerant))) return false;
        break;
      case 'termsOfUse':
        if (!(isList10(member, isTolerant))) return false;
        break;
      default:
        if (!name.isWellFormed()) return false;
    }
  }
  return missing === 0;
}
