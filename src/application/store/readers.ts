import type { FeatureReaders } from '../../domain/features/types.ts';
import type { BadgeReaders } from './badge-readers.ts';
import type { EngagementReaders } from './engagement-readers.ts';
import type { FileReaders } from './file-readers.ts';
import type { InvariantAnswerReader, InvariantReader } from './invariant-reader.ts';
import type { PeopleReaders } from './people-readers.ts';
import type { SchoolReaders } from './school-readers.ts';
import type { ServiceReaders } from './service-readers.ts';

/** What the store reads, by area and subject. */
export interface Readers
  extends PeopleReaders,
    EngagementReaders,
    SchoolReaders,
    BadgeReaders,
    FeatureReaders,
    FileReaders,
    ServiceReaders,
    InvariantReader,
    InvariantAnswerReader {}
