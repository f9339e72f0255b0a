import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { timelineFormats } from '../../schemas/query.ts';
import type { Timeline } from '../../schemas/timeline.ts';
import { packageRoot } from '../../src/data.ts';
import { renderTimeline } from '../../src/render/timeline.ts';

const evidence = {
  claim: 'clm_1',
  document: 'doc_1',
  publishedAt: '2017-05-03',
  publisher: 'Example "News"',
  url: 'https://news.example/call',
  start: 0,
  end: 61,
  text: 'The presidents, both in their offices, talked on the phone on Tuesday.',
};
const timeline: Timeline = {
  items: [
    {
      id: 'evt_1',
      title: 'Phone call between Vladimir Putin and Donald Trump',
      type: 'CONSULT',
      mode: 'phone',
      time: {
        edtf: '2017-05-02',
        earliest: '2017-05-02',
        latest: '2017-05-02',
        precision: 'day',
        approximate: false,
        basis: 'clause',
        confidence: 0.94,
      },
      status: 'happened',
      participants: [
        { entity: 'ent_1', name: 'Vladimir Putin', type: 'person', wikidata: 'Q7747', role: 'reciprocal' },
        { entity: 'ent_2', name: 'Donald Trump', type: 'person', wikidata: 'Q22686', role: 'reciprocal' },
      ],
      topics: [],
      corroboration: { documents: 2, copies: 0, publishers: 2, sources: 0, conflicts: [] },
      salience: 0.7,
      evidence,
    },
    {
      id: 'evt_2',
      title: '=HYPERLINK("https://bad.example")',
      type: 'OTHER',
      time: null,
      status: 'unknown',
      participants: [],
      place: { name: 'Bia\u0142ystok', country: 'PL' },
      topics: [],
      corroboration: { documents: 1, copies: 0, publishers: 1, sources: 0, conflicts: [] },
      salience: 0,
      evidence: { claim: 'clm_2', document: 'doc_2', start: 0, end: 5, text: 'Two\nlines.' },
    },
  ],
  next: 'abc',
  total: { value: 3, relation: 'eq' },
  undated: 1,
};

for (const format of timelineFormats) {
  test(`a timeline as ${format} is what the golden file says`, () => {
    const golden = readFileSync(join(packageRoot, 'test', 'golden', `timeline.${format}`), 'utf8');
    assert.equal(renderTimeline(timeline, format).body, golden);
  });
}

test('CSV keeps a formula from being one', () => {
  assert.match(renderTimeline(timeline, 'csv').body, /"'=HYPERLINK/);
});
