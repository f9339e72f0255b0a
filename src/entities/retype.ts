import type { EntityType } from '../../schemas/extraction.ts';
import type { NameMention } from '../analysis.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Mentions with the types that the tables know better. Most texts come again and again. */
export function retype(names: readonly NameMention[], gazetteer: Gazetteer): NameMention[] {
  /** Names whose type will not change, as long as it is this one. */
  const settled = new Map<string, EntityType>();
  let scene: Scene | undefined;
  const sceneOf = () => {
    scene ??= readScene(names, gazetteer);
    return scene;
  };
  return names.map((name, i) => {
    if (name.type === 'person' || settled.get(name.text) === name.type) return name;
    const better = retyped(name, names[i - 1], gazetteer, sceneOf);
    if (better === name && !mayBeEither(name.text, gazetteer)) settled.set(name.text, name.type);
    return better;
  });
}

/** Names of a country and of something within another; which one depends on what stands before. */
const mayBeEither = (text: string, gazetteer: Gazetteer): boolean =>
  gazetteer.named(text, 'country').length > 0 && gazetteer.named(text, 'place').length > 0;

/** A name that the tables know by one other type only has that type. People may be called anything. */
function retyped(
  name: NameMention,
  before: NameMention | undefined,
  gazetteer: Gazetteer,
  sceneOf: () => Scene,
): NameMention {
  const { type, text } = name;
  if (gazetteer.named(text, type).length > 0) return stateOrCountry(name, before, gazetteer, sceneOf);
  const sole = gazetteer.soleType(text);
  const isOther = sole === undefined || sole === 'person' || (type === 'organisation' && sole === 'place');
  return isOther ? name : { ...name, type: sole };
}

/** "Tbilisi, Georgia" is the country, "Atlanta, Georgia" the state; so is Georgia alone beside Alabama and no Georgians. */
function stateOrCountry(
  name: NameMention,
  before: NameMention | undefined,
  gazetteer: Gazetteer,
  sceneOf: () => Scene,
): NameMention {
  const { text, type, firstToken } = name;
  if (type !== 'country' && type !== 'place') return name;
  const country = gazetteer.named(text, 'country')[0];
  const state = gazetteer.named(text, 'place')[0];
  if (country === undefined || state === undefined) return name;
  // A town of a country's name, somewhere else, is not what anybody means by it.
  if (state.population !== undefined && state.actsFor === undefined) return { ...name, type: 'country' };
  if (before?.lastToken === firstToken - 1) {
    const cities = gazetteer.named(before.text, 'place');
    if (cities.some((city) => city.country === country.iso)) return { ...name, type: 'country' };
    if (cities.some((city) => city.state === state.name)) return { ...name, type: 'place' };
  }
  const isState = state.state === state.name && sceneOf().states.has(state.country!);
  return isState && !sceneOf().countries.has(country.iso!) ? { ...name, type: 'place' } : name;
}

/** Where a document plays: countries of the peoples and places that it names, and those of which it names a state. */
interface Scene {
  readonly countries: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
}

function readScene(names: readonly NameMention[], gazetteer: Gazetteer): Scene {
  const countries = new Set<string>();
  const states = new Set<string>();
  for (const { text, type } of names) {
    if ((type !== 'people' && type !== 'place') || mayBeEither(text, gazetteer)) continue;
    const known = gazetteer.named(text, type);
    const [first] = known;
    if (first?.country === undefined) continue;
    countries.add(first.country);
    if (type === 'place' && first.state === first.name && !known.some(({ actsFor }) => actsFor))
      states.add(first.country);
  }
  return { countries, states };
}
