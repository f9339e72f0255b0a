import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventStatus } from '../../schemas/extraction.ts';
import type { Analysis } from '../../src/analysis.ts';
import { findSupport, viewSentences } from '../../src/events/features.ts';
import { eventsStageWith } from '../../src/events/stage.ts';
import { readStructureModels } from '../../src/events/structure-models.ts';
import { baseOf, gerund, list, participle, third } from '../../src/events/titles/english.ts';
import { defaultReader, type EventReader } from '../../src/events/triggers.ts';
import { stages } from '../../src/pipeline.ts';
import { eventAt, readText } from './read-text.ts';

const structure = readStructureModels();

/** The title of the event at the marked word, whatever the models take for an event or for its status. */
function titleAt(marked: string, status: EventStatus): string | undefined {
  const at = marked.indexOf('*');
  const start = { document: { id: 'd', text: marked.replaceAll('*', ''), timezone: 'UTC', publishedAt: '2023-05-10' } };
  const told: EventReader = {
    ...defaultReader(),
    findTriggers: (reading, views = viewSentences(reading)) => {
      const token = reading.text.tokens.find((each) => each.start === at)!;
      const view = views[token.sentence]!;
      const kind = token.pos === 'NOUN' || token.pos === 'PROPN' ? 'noun' : 'verb';
      const support = kind === 'noun' ? findSupport(view, token.index - view.sentence.firstToken) : -1;
      const light = support < 0 ? {} : { support: view.tokens[support]!.index };
      return [{ token: token.index, lemma: token.lemma, kind, score: 1, ...light }];
    },
    status: (...args) => ({ ...defaultReader().status(...args), status }),
  };
  const chain = [...stages.slice(0, -1), eventsStageWith(() => ({ reader: told, structure }))];
  return chain.reduce((reading, stage) => stage.apply(reading), { ...start, warnings: [] } as unknown as Analysis)
    .events[0]?.title;
}

/** Patterns whose events are not simply facts. */
const statuses: Readonly<Record<string, EventStatus>> = {
  planned: 'planned',
  denied: 'denied',
  hypothetical: 'hypothetical',
};

/** Sentences with the trigger of an event between asterisks, and the title it must get. */
const table: [pattern: string, marked: string, title: string][] = [
  [
    'whose dictatorship',
    'He served under the dictatorship of Augusto Pinochet, who *seized* power in 1973.',
    'Augusto Pinochet seizes power',
  ],
  [
    'reported in the plural',
    'Officials *denied* that two guards had been killed.',
    'Officials deny two guards have been killed',
  ],
  ['visit', 'Pope Francis *visited* Cuba in September.', 'Pope Francis visits Cuba'],
  [
    'dateline',
    'BERLIN — Olaf Scholz *dismissed* Finance Minister Christian Lindner on Wednesday.',
    'Olaf Scholz dismisses Christian Lindner',
  ],
  ['planned', 'Angela Merkel will *visit* Ankara next week.', 'Angela Merkel to visit Ankara'],
  ['planned', 'Croatia will *adopt* the euro on January 1.', 'Croatia to adopt euro'],
  [
    'object and place',
    'Japan and South Korea *signed* a trade agreement in Seoul on Friday.',
    'Japan and South Korea sign trade agreement in Seoul',
  ],
  ['no circumstances', 'Shinzo Abe *resigned* on Friday because of illness.', 'Shinzo Abe resigns'],
  ['passive', 'Boris Johnson was *elected* leader of the party on Tuesday.', 'Boris Johnson elected leader of party'],
  [
    'passive',
    'The journalist was *arrested* by Turkish police in Istanbul on Monday.',
    'Journalist arrested by Turkish police in Istanbul',
  ],
  ['passive', 'Two soldiers were *killed* in an ambush near Gao on Tuesday.', 'Two soldiers killed in ambush near Gao'],
  [
    'length of a sentence',
    'Nicolas Sarkozy was *sentenced* to three years in prison by a court in Paris in 2021.',
    'Nicolas Sarkozy sentenced to three years in prison by court in Paris',
  ],
  [
    'phone',
    'Emmanuel Macron and Olaf Scholz *talked* on the phone on Sunday.',
    'Phone call between Emmanuel Macron and Olaf Scholz',
  ],
  [
    'light verb',
    'Joe Biden held *talks* with Xi Jinping in San Francisco on Wednesday.',
    'Joe Biden holds talks with Xi Jinping in San Francisco',
  ],
  ['light verb', 'Canada imposed *sanctions* on Iran on Monday.', 'Canada imposes sanctions on Iran'],
  [
    'light verb',
    'China launched military *exercises* around Taiwan on Thursday.',
    'China launches military exercises around Taiwan',
  ],
  ['relative clause', 'Viktor Orban, who took *office* in May, praised the army.', 'Viktor Orbán takes office'],
  ['relative clause', 'The summit, which *opened* on Monday in Madrid, ended on Wednesday.', 'Summit opens in Madrid'],
  [
    'relative clause',
    'A bomb attack in Somalia that *wounded* two doctors was condemned.',
    'Bomb attack in Somalia wounds two doctors',
  ],
  [
    'object of a verb',
    'Norway and Sweden *cut* diplomatic relations with Syria on Monday.',
    'Norway and Sweden cut diplomatic relations with Syria',
  ],
  [
    'object of a verb',
    'Rebels *fired* rockets at the airport in Aleppo on Sunday.',
    'Rebels fire rockets at airport in Aleppo',
  ],
  ['possessive left out', 'Greece *closed* its border with Turkey on Sunday.', 'Greece closes border with Turkey'],
  [
    'possessive left out',
    'The United States *withdrew* its troops from Afghanistan in August 2021.',
    'United States withdraws troops from Afghanistan',
  ],
  [
    'head with links',
    'The foreign ministers of the African Union *met* in Addis Ababa on Saturday.',
    'Foreign ministers of African Union meet in Addis Ababa',
  ],
  [
    'office beside a name',
    'Secretary of State Antony Blinken *visited* Cairo last week.',
    'Antony Blinken visits Cairo',
  ],
  [
    'participle taken for an adjective',
    'Parliament *prolonged* the state of emergency for three months on Tuesday.',
    'Parliament prolongs state of emergency',
  ],
  [
    'object that acts',
    'Brazil *accused* Venezuela of supporting smugglers.',
    'Brazil accuses Venezuela of supporting smugglers',
  ],
  [
    'object that acts',
    'Poland *urged* its allies to send more troops to the border.',
    'Poland urges allies to send more troops to border',
  ],
  [
    'hypothetical',
    'Poland urged its allies to *send* more troops to the border.',
    'Allies sending more troops to border',
  ],
  ['said of oneself', 'Egypt *denied* that it had closed the crossing.', 'Egypt denies closing crossing'],
  [
    'what was said',
    'The minister *said* the talks would begin in Geneva next week.',
    'Minister says talks will begin in Geneva',
  ],
  ['who said', 'The talks had begun, Prime Minister Rishi Sunak *said*.', 'Statement by Rishi Sunak'],
  ['denied', 'France did not *attend* the conference in Sochi.', 'France does not attend conference in Sochi'],
  [
    'plural',
    'Thousands of people *protested* against the reform in Paris on Thursday.',
    'Thousands of people protest against reform in Paris',
  ],
  [
    'numbers',
    'An explosion in Beirut *killed* more than 200 people in August 2020.',
    'Explosion in Beirut kills more than 200 people',
  ],
  [
    'numbers',
    'A storm *killed* at least seven people in Tampico on Sunday.',
    'Storm kills at least seven people in Tampico',
  ],
  ['verbs joined', 'The council *defended* and praised the judge on Monday.', 'Council defends judge'],
  [
    'pronoun',
    'Recep Tayyip Erdogan visited Athens on Thursday. He *met* Kyriakos Mitsotakis there.',
    'Recep Tayyip Erdoğan meets Kyriakos Mitsotakis',
  ],
  [
    'the two of the sentence before',
    'President Emmanuel Macron received Olaf Scholz on Monday. The two men *signed* a declaration.',
    'Emmanuel Macron and Olaf Scholz sign declaration',
  ],
  [
    'the two that are joined',
    'Emmanuel Macron received Olaf Scholz and Mark Rutte on Monday. The two men *signed* a declaration.',
    'Olaf Scholz and Mark Rutte sign declaration',
  ],
  [
    'two of many are nobody',
    'Emmanuel Macron told Olaf Scholz that Mark Rutte had left. The two men *signed* a declaration.',
    'Two men sign declaration',
  ],
  [
    'the two leaders',
    'Olaf Scholz and Rishi Sunak met in Kiel on Monday. The two leaders *signed* a declaration.',
    'Olaf Scholz and Rishi Sunak sign declaration',
  ],
  ['noun', "Prime Minister Rishi Sunak's *visit* to Kyiv in May surprised many.", 'Rishi Sunak’s visit to Kyiv'],
  ['noun', 'A chemical *attack* on the town of Douma killed dozens in April.', 'Chemical attack on town of Douma'],
  ['noun', 'The *visit* of Narendra Modi to Moscow was cancelled on Monday.', 'Visit of Narendra Modi to Moscow'],
  ['noun', 'The OPEC *summit* in Vienna was a success.', 'OPEC summit in Vienna'],
  [
    'what was said',
    'Police *say* Polish and Czech troops have captured the town.',
    'Police say Polish and Czech troops have captured town',
  ],
  [
    'subject behind an owner',
    "An explosion in Spain's northern province of Leon *killed* two miners.",
    'Explosion in Spain’s northern province of Leon kills two miners',
  ],
  [
    'subject after an aside',
    'Since the end of the war, the government has *built* two ports.',
    'Government builds two ports',
  ],
  [
    'subject before a participle',
    'A senior envoy visiting Lebanon is *warning* the militia.',
    'Senior envoy warns militia',
  ],
  [
    'told in the past',
    'The two parties *agreed* to meet around the summit.',
    'Two parties agree to meet around summit',
  ],
  [
    'carried noun',
    'Russia has expressed *concern* about the violence in Uzbekistan.',
    'Russia expresses concern about violence in Uzbekistan',
  ],
];

for (const [pattern, marked, title] of table) {
  test(`${pattern}: ${title}`, () => {
    assert.equal(titleAt(marked, statuses[pattern] ?? 'happened'), title);
  });
}

test('no title has pronouns, articles at its start, days, or one name twice; each is short and begins with a capital', () => {
  const text = `${table.map(([, marked]) => marked.replaceAll('*', '')).join('\n\n')}

He took office in January. They agreed to it yesterday. It was their first meeting since Sunday.

President Maia Sandu of Moldova told reporters on Friday that she had met him. She said it was good.`;
  const { events } = readText(text);
  assert.ok(events.length > 50);
  for (const { title } of events) {
    assert.doesNotMatch(title, /\b(?:he|she|it|they|him|them|her|his|their|its|who|which)\b/i, title);
    assert.doesNotMatch(
      title,
      /^(?:the|an?) |\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|yesterday)\b/i,
      title,
    );
    assert.doesNotMatch(title, /(\b[A-Z]\w+ [A-Z]\w+\b).*\1/, title);
    assert.doesNotMatch(title, / (?:in|on|at|of|to|with|by|and|for|from|that)$| {2}/, title);
    assert.match(title, /^["'“‘\d\p{Lu}]/u);
    assert.ok(title.length <= 100, title);
  }
});

test('what happened is told of whom it happened to, not of whoever stands near', () => {
  assert.doesNotMatch(eventAt('Spain condemned the attack.', 'attack').title, /Spain/);
  assert.doesNotMatch(eventAt('Peru extended the ban.', 'ban').title, /Peru/);
});

const verbs: [form: string, base: string, third: string, gerund: string, participle: string][] = [
  ['prolonged', 'prolong', 'prolongs', 'prolonging', 'prolonged'],
  ['staged', 'stage', 'stages', 'staging', 'staged'],
  ['denies', 'deny', 'denies', 'denying', 'denied'],
  ['banning', 'ban', 'bans', 'banning', 'banned'],
  ['left', 'leave', 'leaves', 'leaving', 'left'],
  ['found', 'find', 'finds', 'finding', 'found'],
  ['cut', 'cut', 'cuts', 'cutting', 'cut'],
  ['reached', 'reach', 'reaches', 'reaching', 'reached'],
  ['dying', 'die', 'dies', 'dying', 'died'],
  ['undertook', 'undertake', 'undertakes', 'undertaking', 'undertaken'],
  ['agreed', 'agree', 'agrees', 'agreeing', 'agreed'],
  ['visited', 'visit', 'visits', 'visiting', 'visited'],
  ['controlled', 'control', 'controls', 'controlling', 'controlled'],
  ['bringing', 'bring', 'brings', 'bringing', 'brought'],
  ['re-elected', 're-elect', 're-elects', 're-electing', 're-elected'],
  ['passes', 'pass', 'passes', 'passing', 'passed'],
  ['freed', 'free', 'frees', 'freeing', 'freed'],
  ['has', 'have', 'has', 'having', 'had'],
  ['quitting', 'quit', 'quits', 'quitting', 'quit'],
];
test('forms of verbs', () => {
  for (const [form, base, ...forms] of verbs) {
    // Whatever the tagger takes for the lemma.
    assert.equal(baseOf({ lower: form, lemma: form }), base);
    assert.deepEqual([third(base), gerund(base), participle(base)], forms);
  }
});

test('lists', () => {
  assert.deepEqual(
    [list([]), list(['A']), list(['A', 'B']), list(['A', 'B', 'C'])],
    ['', 'A', 'A and B', 'A, B and C'],
  );
  const parties = ['Liberals', 'Conservatives', 'Christian Democrats', 'Democratic Union of Workers', 'Greens'];
  assert.equal(list(parties), 'Liberals, Conservatives and 3 others');
});
