import type { Phrase } from '../noun-phrases.ts';
import { baseOf, gerund, possessive } from './english.ts';
import {
  adjoins,
  afterMark,
  copulaOf,
  endsAt,
  type Facts,
  factsOf,
  groupOf,
  keeps,
  lastJoined,
  leads,
  RELATIVE,
  verbWords,
} from './facts.ts';
import { isPersonName, join, namedAfter, ownerOf, type Telling, touching, wordsOf } from './naming.ts';
import { adjuncts, clausal, denials, links, particles, places, telling, times } from './words.ts';

/** Titles aim at this many characters; what a verb cannot do without may go on to the second. */
export const LONGEST = 80;
const UTMOST = 100;
/** How much longer a title may be where that completes its clause. */
const LENIENCE = 10;
/** Tokens a title may draw from, counted from its trigger. */
const REACH = 45;

export interface FollowOptions {
  /** First token that is out of bounds. */
  readonly to?: number;
  /** Only these prepositions link on. */
  readonly only?: ReadonlySet<string>;
  /** Whether infinitives and gerunds belong to what follows. */
  readonly verbs?: boolean;
  /** The verb that a clause may complete: "says truce holds". */
  readonly says?: number;
  readonly longest?: number;
}

/**
 * A beginning of a title with what follows it in the text: phrases by name, without articles, times, asides and clauses,
 * up to where the title would grow too long or the clause ends.
 */
export function follow(telling: Telling, from: number, beginning: string, options: FollowOptions = {}): string {
  return new Follower(telling, beginning, options).from(from);
}

class Follower {
  readonly #telling: Telling;
  readonly #options: FollowOptions;
  readonly #facts: Facts;
  #text: string;
  #pending = '';
  #pieces = 0;
  /** A "that" was passed: only a clause may follow. */
  #that = false;
  /** The text before a verb that still waits for its object. */
  #checkpoint: string | undefined;
  /** A description was told by name: what completes it would not fit the name. */
  #renamed = false;

  constructor(telling: Telling, beginning: string, options: FollowOptions) {
    this.#telling = telling;
    this.#options = options;
    this.#facts = factsOf(telling.structure);
    this.#text = beginning;
  }

  from(start: number): string {
    const { tokens } = this.#telling.structure.view;
    const end = Math.min(this.#options.to ?? tokens.length, tokens.length, start + REACH);
    for (let i = start; i < end; ) {
      const next = this.#step(i, end);
      if (next <= i) {
        this.#close(i);
        break;
      }
      i = next;
    }
    return this.#text;
  }

  /** Takes back a verb that waits for an object which the title cannot name. */
  #close(at: number): void {
    const { pos } = this.#telling.structure.view.tokens[at]!;
    if (this.#checkpoint !== undefined && !/^(?:PUNCT|SCONJ|CCONJ|ADP|ADV)$/.test(pos)) this.#text = this.#checkpoint;
  }

  /** Deals with what begins at a token; the token to go on with, or -1 at the end. */
  #step(i: number, end: number): number {
    const { view, clauses, phrases } = this.#telling.structure;
    const token = view.tokens[i]!;
    if (this.#facts.timeEnd[i]! > i) return this.#time(i);
    const p = clauses.phraseAt[i]!;
    if (p >= 0) return this.#phrase(phrases[p]!, end);
    if (touching(view, i)) return i + 1;
    switch (token.pos) {
      case 'ADP':
        return this.#preposition(i);
      case 'PART':
        if (token.lower === 'to') this.#pending += ' to';
        return i + 1;
      case 'VERB':
      case 'AUX':
        return this.#verb(i);
      case 'ADV':
        if (RELATIVE.test(token.lower)) return -1;
        if (token.lower === 'as') return this.#preposition(i);
        if (keeps(this.#telling.structure, i)) return this.#add(token.lower) ? i + 1 : -1;
        return i + 1;
      case 'CCONJ':
        return this.#and(i);
      case 'SCONJ':
        if (token.lower !== 'that' || !this.#is(telling)) return -1;
        this.#that = true;
        return i + 1;
      case 'PRON':
        return (RELATIVE.test(token.lower) && token.lower !== 'that') || (token.lower === 'that' && this.#pieces > 0)
          ? -1
          : i + 1;
      case 'PUNCT':
        return afterMark(this.#telling.structure, i);
      default:
        return i + 1;
    }
  }

  /** Times are left out with their preposition; "sentenced to three years" is no time. */
  #time(i: number): number {
    const end = this.#facts.timeEnd[i]!;
    const { view } = this.#telling.structure;
    const { type, text } = this.#facts.timeAt.get(i)!;
    if (type === 'DURATION' && this.#pending === ' to') return this.#add(text) ? end : -1;
    // "in connection with last week's attack"
    if (/^['’]s?$/.test(view.tokens[end]?.text ?? '')) return end + 1;
    this.#pending = '';
    return end;
  }

  /** "and" before a phrase that does nothing of its own. */
  #and(i: number): number {
    if (!/^(?:and|or)$/.test(this.#telling.structure.view.tokens[i]!.lower)) return -1;
    if (
      this.#options.verbs === false ||
      this.#pieces === 0 ||
      !leads(this.#telling.structure, i) ||
      this.#pending !== ''
    )
      return -1;
    this.#pending = ` ${this.#telling.structure.view.tokens[i]!.lower}`;
    return i + 1;
  }

  #phrase(phrase: Phrase, end: number): number {
    const { structure, named } = this.#telling;
    const { tokens } = structure.view;
    const acts =
      (phrase.possessive && this.#owned(phrase)) || (this.#is(telling) ? lastJoined(structure, phrase) : phrase);
    const verb = this.#facts.verbOf.get(acts.index) ?? (this.#is(telling) ? copulaOf(structure, acts) : undefined);
    if (verb !== undefined && verb < end && this.#pending === '') {
      if (this.#is(telling) && adjoins(structure, acts, verb))
        return this.#clause(phrase.possessive ? acts : phrase, verb);
      if (this.#pieces > 0 && this.#checkpoint === undefined) return -1;
    }
    if (this.#that || (this.#pieces === 0 && this.#pending === '' && this.#is(clausal))) return -1;
    // "Syria talks" of "Russia-Syria talks": a word that a hyphen breaks off waits for the rest.
    if (touching(structure.view, phrase.last) && !isPersonName(phrase)) return phrase.last;
    const { lower } = tokens[phrase.head]!;
    if (times.has(lower) && phrase.kind === 'noun' && this.#pending !== '') {
      this.#pending = '';
      this.#telling.told.add(phrase.index);
      return phrase.last;
    }
    const before = new Set(named);
    const person = namedAfter(structure, phrase);
    const joined = join(this.#telling, person ?? phrase, end, (other) => this.#facts.verbOf.has(other.index));
    if (joined === undefined) {
      // "the 65th anniversary": an ordinal is no pronoun.
      if (!/\d/.test(lower)) this.#pending = '';
      return phrase.possessive ? phrase.last + 1 : phrase.last;
    }
    const owned = joined.last.possessive ? this.#owned(joined.last) : undefined;
    if (joined.last.possessive && owned === undefined) return -1;
    const words = owned ? `${possessive(joined.text)} ${wordsOf(this.#telling, owned)}` : joined.text;
    if (!this.#add(words, false, endsAt(structure, (owned ?? joined.last).last))) {
      named.clear();
      for (const id of before) named.add(id);
      return -1;
    }
    this.#renamed = joined.renamed;
    return (owned ?? joined.last).last;
  }

  /** What belongs to a phrase: "visit" of "Tillerson's visit". */
  #owned({ index, last }: Phrase): Phrase | undefined {
    const { phrases } = this.#telling.structure;
    const next = phrases.slice(index + 1, index + 8).find(({ modifies }) => modifies === undefined);
    if (next === undefined || next.first - last > 3) return undefined;
    this.#telling.told.add(next.index);
    return next;
  }

  /** Whether the verb is one of a list: of those a clause may complete, or of those nothing else does. */
  #is(verbs: ReadonlySet<string>): boolean {
    const { says } = this.#options;
    return says !== undefined && verbs.has(baseOf(this.#telling.structure.view.tokens[says]!));
  }

  #preposition(i: number): number {
    const { lower } = this.#telling.structure.view.tokens[i]!;
    const { only } = this.#options;
    if (this.#telling.structure.view.tokens[i + 1]?.lower === 'well') return -1;
    if (adjuncts.has(lower) && !(lower === 'as' && leads(this.#telling.structure, i)) && lower !== 'than') return -1;
    if (only && !only.has(lower)) return -1;
    if (this.#renamed && lower === 'of') return -1;
    const { tokens } = this.#telling.structure.view;
    if (lower === 'at' && /^(?:least|most)$/.test(tokens[i + 1]?.lower ?? '')) {
      this.#pending += ` at ${tokens[i + 1]!.lower}`;
      return i + 2;
    }
    if (particles.has(lower) && !places.has(lower) && tokens[i - 1]?.pos === 'VERB' && this.#facts.timeEnd[i + 1]! > 0)
      return this.#add(lower) ? i + 1 : -1;
    this.#pending += ` ${lower}`;
    return i + 1;
  }

  #verb(i: number): number {
    const { view } = this.#telling.structure;
    const { lower, pos } = view.tokens[i]!;
    if (this.#options.verbs === false) return -1;
    // "its remaining troops"
    const before = view.tokens[i - 1];
    if (
      (before?.pos === 'DET' || before?.pos === 'PRON') &&
      /(?:ing|ed)$/.test(lower) &&
      leads(this.#telling.structure, i)
    )
      return i + 1;
    // "to consider reopening"
    if (this.#pending === '')
      return this.#checkpoint !== undefined && lower.endsWith('ing') && this.#add(lower, true) ? i + 1 : -1;
    const infinitive = this.#pending.endsWith(' to');
    if (!infinitive && !lower.endsWith('ing')) return -1;
    if (pos === 'AUX' && lower !== 'be' && lower !== 'being') return -1;
    const text = this.#text;
    if (!this.#add(lower)) return -1;
    this.#checkpoint = text;
    return i + 1;
  }

  /** "says truce holds": the clause that tells what was said, in the tense of its own time. */
  #clause(phrase: Phrase, verb: number): number {
    const { says = 0, longest = LONGEST } = this.#options;
    const { structure } = this.#telling;
    const { tokens } = structure.view;
    const group = groupOf(structure, verb);
    const speaker = baseOf(tokens[says]!);
    const owner = phrase.kind === 'noun' ? ownerOf(this.#telling, phrase) : undefined;
    const subject = join(this.#telling, namedAfter(structure, phrase) ?? phrase, group, () => false);
    if (subject === undefined) {
      if (!denials.has(speaker) || phrase.kind !== 'pronoun') return -1;
      const text = follow(this.#telling, verb + 1, `${this.#text} ${gerund(baseOf(tokens[verb]!))}`, { longest });
      this.#text = text;
      return -1;
    }
    const told = follow(
      this.#telling,
      subject.last.last,
      owner ? `${possessive(owner)} ${subject.text}` : subject.text,
      { to: group, only: links, verbs: false },
    );
    const predicate = verbWords(
      structure,
      group,
      verb,
      !/s$/.test(tokens[says]!.lower) && tokens[says]!.lower !== speaker,
      subject.plural,
    );
    if (predicate === undefined) return -1;
    const clause = follow(this.#telling, verb + 1, `${this.#text} ${told} ${predicate}`, { longest });
    const bare = tokens[verb]!.pos === 'AUX' && clause.endsWith(predicate);
    if (clause.length <= UTMOST && !bare) this.#text = clause;
    return -1;
  }

  /** Adds words with the prepositions that wait before them; false where the title would grow too long. */
  #add(words: string, waits = false, ends = false): boolean {
    const { longest: aim = LONGEST } = this.#options;
    const longest = ends ? aim + LENIENCE : aim;
    const text = `${this.#text}${this.#pending} ${words}`;
    if (text.length > (this.#pieces === 0 ? Math.max(longest, UTMOST - 4) : longest)) {
      if (this.#pending === '' && this.#checkpoint !== undefined) this.#text = this.#checkpoint;
      return false;
    }
    if (!waits) this.#checkpoint = undefined;
    this.#pending = '';
    this.#pieces++;
    this.#renamed = false;
    this.#text = text;
    return true;
  }
}
