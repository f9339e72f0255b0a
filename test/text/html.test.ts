import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { read } from '../../src/reading.ts';
import { readHtml } from '../../src/text/html.ts';

const texts: [name: string, html: string, text: string][] = [
  ['paragraphs', '<p>One\n  two.</p><p>Three.</p>', 'One two.\n\nThree.'],
  ['a heading', '<h1>Talks end</h1>They ended.', 'Talks end\n\nThey ended.'],
  ['inline elements and entities', '<p>It&rsquo;s <b>Pu</b>tin &amp; co.</p>', 'It’s Putin & co.'],
  ['one line break and two', 'One<br>two<br/><br>three', 'One\ntwo\n\nthree'],
  ['what is not the article', '<nav><a>Home</a></nav><p>News.</p><footer>© <p>Us</p></footer>', 'News.'],
  ['scripts and styles', '<style>p{}</style><script>"<p>no</p>"</script><p>Yes.</p>', 'Yes.'],
  ['elements of one kind inside a dropped one', '<aside><aside>a</aside>b</aside>c', 'c'],
  ['tags that are never closed', '<div><p>One<p>Two<li>Three', 'One\n\nTwo\n\nThree'],
  ['closing tags that were never opened', '</div></p>One</nav> two', 'One two'],
  [
    'an article among other things',
    '<div>Menu</div><article><p>They met in Geneva.</p></article><div>Also read</div>',
    'They met in Geneva.',
  ],
  [
    'an article inside the main part',
    '<main><article>They met in Geneva on Monday.</article>Also read</main>',
    'They met in Geneva on Monday.',
  ],
  [
    'the body of an article',
    '<article><b>By Ann Lee</b><div itemprop="articleBody"><div>They met.</div> They left.</div></article>',
    'They met.\n\nThey left.',
  ],
  [
    'small articles beside the text',
    '<p>They met in Geneva on Monday and left.</p><article>Also read</article>',
    'They met in Geneva on Monday and left.\n\nAlso read',
  ],
  ['a title that is not shown', '<title>Talks | News</title><p>They ended.', 'They ended.'],
];
for (const [name, html, text] of texts) test(`text of HTML: ${name}`, () => assert.equal(readHtml(html).text, text));

const published: [html: string, date: string | undefined][] = [
  ['<meta property="article:published_time" content="2017-05-04T10:00:00+03:00">', '2017-05-04T10:00:00+03:00'],
  ['<meta name=pubdate content=2017-05-04>', '2017-05-04'],
  ['<meta name="date" content="2017/05/04">', '2017-05-04'],
  ['<meta itemprop="datePublished" content="Thu, 04 May 2017 10:00:00 +0000">', '2017-05-04T10:00:00Z'],
  [
    '<script type="application/ld+json">{"@graph":[{"datePublished":"2017-05-04T10:00:00Z"}]}</script>',
    '2017-05-04T10:00:00Z',
  ],
  ['<time itemprop="datePublished" datetime="2017-05-04">May 4</time>', '2017-05-04'],
  ['<meta name="date" content="2017-13-40">', undefined],
  ['<meta name="date" content="yesterday">', undefined],
  ['<meta name="date" content="2017">', undefined],
  ['<meta name="updated" content="2017-05-04">', undefined],
  ['<time datetime="2017-05-04">May 4</time>', undefined],
  ['<script type="application/ld+json">{"datePublished":</script>', undefined],
];
for (const [html, date] of published) {
  test(`${html} says ${date ?? 'nothing'} of its publication`, () => assert.equal(readHtml(html).publishedAt, date));
}

test('the dates that markup states are spans of the text', () => {
  const { text, markedTimes } = readHtml('<p>They met <time datetime="2017-07-07"> on\nFriday </time>.</p>');
  assert.equal(text, 'They met on Friday .');
  assert.deepEqual(
    markedTimes.map(({ start, end, datetime }) => [text.slice(start, end), datetime]),
    [['on Friday', '2017-07-07']],
  );
});

test('what the caller says goes before what the page says', () => {
  const text = '<title>Page</title><meta name="date" content="2017-05-04"><p>It rained.</p>';
  const page = read({ id: 'd', contentType: 'text/html', text });
  assert.deepEqual(
    [page.document.title, page.extraction.publishedAt, page.extraction.text],
    ['Page', '2017-05-04', 'It rained.'],
  );
  const told = read({ id: 'd', contentType: 'text/html', text, title: 'Told', publishedAt: '2016-01-01' });
  assert.deepEqual([told.document.title, told.extraction.publishedAt], ['Told', '2016-01-01']);
  assert.equal(read({ id: 'd', text: 'It rained.' }).extraction.text, undefined);
});

test('any input is read, and read to text without markup of its own', () => {
  const pieces = [
    '<p>',
    '</p>',
    '<time datetime="2017">',
    '</time>',
    '<nav>',
    '</nav>',
    '<script>',
    '</script>',
    '&amp;',
    'a ',
    '<',
    '"',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 }), (parts) => {
      const { text, markedTimes } = readHtml(parts.join(''));
      assert.equal(text, text.trim());
      for (const { start, end } of markedTimes) assert.ok(text.slice(start, end).length > 0);
    }),
  );
});

for (const unit of [
  '<div>',
  '<b>x',
  '<p>x<b>',
  '</p>',
  '<nav>',
  '<time datetime=1>',
  '&',
  '<a b="',
  '<!--',
  '<![CDATA[',
]) {
  test(`a megabyte of ${unit} is read in time`, { timeout: 10_000 }, () => {
    assert.ok(readHtml(unit.repeat(1_000_000 / unit.length)).text.length <= 1_000_000);
  });
}
