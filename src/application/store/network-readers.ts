import type { DirectoryReader } from '../../features/directory/feature.ts';
import type { MessageReader } from '../../features/messages/feature.ts';

export interface NetworkReaders extends DirectoryReader, MessageReader {}
