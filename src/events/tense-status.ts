import type { EventStatus } from '../../schemas/extraction.ts';
import type { VerbGroup } from './verb-groups.ts';

/** The status a verb group says by itself, before anything about it is weighed. */
export function statusOfGroup(
  group: VerbGroup | undefined,
  relation: 'before' | 'same' | 'after' | undefined,
): EventStatus {
  if (group?.negated) return 'denied';
  if (relation === 'after' || group?.tense === 'future') return 'planned';
  if (group?.modal !== undefined || group?.form === 'infinitive') return 'hypothetical';
  if (group?.progressive && group.tense === 'present') return 'ongoing';
  return 'happened';
}
