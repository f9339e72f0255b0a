import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../src/reading.ts';

/** HTML → expression, value and basis; published on Wednesday 2019-06-12. */
const pages: [html: string, ...times: string[]][] = [
  ['<p>He left <time datetime="2018-03-01">yesterday</time>.</p>', 'yesterday → 2018-03-01, explicit'],
  ['<p>They met <time datetime="2017-07-07">on Friday</time>.</p>', 'Friday → 2017-07-07, explicit'],
  ['<p>They met <time datetime="2017-07-07">Friday</time> morning.</p>', 'Friday morning → 2017-07-07TMO, explicit'],
  ['<p>Filed on <time datetime="2015-06-05">05/06/2015</time>.</p>', '05/06/2015 → 2015-06-05, explicit'],
  ['<p>It rained <time datetime="2018-02-09T23:30:00Z">last month</time>.</p>', 'last month → 2018-02, explicit'],
  // The words know better, the mark names no day, or what is marked is no date.
  ['<p>They met on <time datetime="2017-07-07">July 8</time>.</p>', 'July 8 → 2019-07-08, publication'],
  ['<p>They met <time datetime="2017">last week</time>.</p>', 'last week → 2019-W23, publication'],
  ['<p>It lasted <time datetime="2017-07-07">two days</time>.</p>', 'two days → P2D, explicit'],
  ['<p>By <time datetime="2017-07-07">our staff</time>.</p>'],
];
for (const [text, ...times] of pages)
  test(text, () => {
    const { extraction } = read({ id: 'd', text, publishedAt: '2019-06-12', contentType: 'text/html' });
    assert.deepEqual(
      extraction.times.map(({ text, value, basis }) => `${text} → ${value}, ${basis}`),
      times,
    );
  });
