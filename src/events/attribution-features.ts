import type { SentenceView } from './features.ts';
import type { Governor } from './governors.ts';
import { bucket, mix } from './keys.ts';
import { cueVerbs } from './speakers.ts';
import type { SpeechAct } from './speech.ts';
import { Keys } from './trigger-features.ts';
import { infoOf, tagKey } from './word-info.ts';

const keyOf = (word: string | undefined): number => (word === undefined ? 0 : infoOf(word).key);
const forms: readonly SpeechAct['form'][] = ['before', 'inverted', 'according', 'quoted', 'headline', 'carried'];
const RELATORS = new Set(['who', 'which', 'that', 'when', 'where', 'after', 'before', 'as', 'while', 'whose']);
/** How many words between event and cue are looked at. */
const WINDOW = 60;

/** Features of "event `i` is told by `act`"; `rank` counts the acts that stand nearer. */
export function attributionFeatures(
  view: SentenceView,
  i: number,
  path: readonly Governor[],
  act: SpeechAct,
  rank: number,
): number[] {
  const { tokens } = view;
  const { cue, speaker, source } = act;
  const form = forms.indexOf(act.form) + 1;
  const keys = new Keys();
  keys.add(1, form);
  keys.add(2, form, Math.min(rank, 3));
  if (cue < 0) return keys.list;
  const side = i < cue ? 1 : 2;
  const at = 8 * form + side;
  const cueKey = keyOf(act.lemma);
  const { commas, verbs } = addBetween(keys, view, at, Math.min(i, cue) + 1, Math.max(i, cue));
  const distance = Math.abs(cue - i);
  const level = path.findIndex((step) => step.at === cue);
  const relation = level < 0 ? 0 : keyOf(path[level]!.relation);
  keys.add(3, at);
  keys.add(4, at, cueKey);
  keys.add(5, cueKey);
  keys.add(6, at, Math.min(level, 2) + 1);
  keys.add(7, at, relation);
  keys.add(8, cueKey, relation);
  keys.add(9, at, bucket(distance));
  keys.add(10, at, Math.min(commas, 3));
  keys.add(11, at, Math.min(verbs, 3));
  keys.add(12, at, Math.min(rank, 2) * 4 + Math.min(verbs, 2));
  keys.add(13, at, view.lowers[cue + 1]?.key ?? 0);
  keys.add(14, at, tokens[cue + 1] === undefined ? 0 : tagKey[tokens[cue + 1]!.pos]);
  keys.add(15, at, keyOf(view.groupAt[i]?.form ?? tokens[i]!.pos));
  keys.add(16, at, keyOf(view.groupAt[cue]?.form));
  keys.add(17, at, view.lemmas[i]!.key);
  keys.add(18, at, cueVerbs.has(tokens[i]!.lemma) ? 1 : 0);
  keys.add(19, at, view.inQuotes[i] ? 1 : 0);
  keys.add(20, side, keyOf(source.type));
  keys.add(21, side, source.document ? 1 : 0);
  keys.add(22, side, source.pronoun ? 1 : 0);
  if (speaker === undefined) return keys.list;
  if (i >= speaker.first && i < speaker.last) keys.add(23, 0);
  keys.add(24, at, i < speaker.first ? 1 : 0);
  keys.add(25, at, i < speaker.first ? bucket(speaker.first - i) + 1 : 0);
  return keys.list;
}

/** What stands between event and cue. */
function addBetween(
  keys: Keys,
  { tokens, groupAt, lowers }: SentenceView,
  at: number,
  from: number,
  to: number,
): { commas: number; verbs: number } {
  let commas = 0;
  let verbs = 0;
  const between = new Set<number>();
  for (let j = from; j < to && j < from + WINDOW; j++) {
    const { lower, pos, text } = tokens[j]!;
    if (text === ',') commas++;
    if (groupAt[j]?.form === 'finite') verbs++;
    if (pos === 'SCONJ' || pos === 'CCONJ' || RELATORS.has(lower) || text === ';' || text === ':' || text === '"')
      between.add(lowers[j]!.key);
  }
  for (const word of between) keys.add(26, mix(at, word));
  return { commas, verbs };
}
