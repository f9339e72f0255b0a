import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timesOf } from './read.ts';

/** What a report on business says → value and days, read on 2019-11-12. */
const reports: [text: string, ...times: string[]][] = [
  [
    'Losses grew in fiscal 1990.',
    // Nobody but the company knows when it begins.
    'fiscal 1990 → 1990, 1989-02-01 to 1991-01-31',
  ],
  ['The deficit of federal fiscal year 2011 grew.', 'federal fiscal year 2011 → 2011, 2010-10-01 to 2011-09-30'],
  [
    'Profit fell in the fourth quarter ended Aug. 26. A year earlier it rose.',
    'the fourth quarter → 2019-Q4, 2019-05-27 to 2019-08-26',
    'Aug. 26 → 2019-08-26, 2019-08-26 to 2019-08-26',
    'A year earlier → 2018-Q4, 2018-05-27 to 2018-08-26',
  ],
  [
    'Sales for the quarter ended July 31 rose.',
    'the quarter → 2019-Q2, 2019-05-01 to 2019-07-31',
    'July 31 → 2019-07-31, 2019-07-31 to 2019-07-31',
  ],
  [
    'Third-quarter profit fell. A fourth-quarter charge is due. In the latest quarter sales rose from a year earlier.',
    'Third-quarter → 2019-Q3, 2019-07-01 to 2019-09-30',
    'fourth-quarter → 2019-Q4, 2019-10-01 to 2019-12-31',
    'the latest quarter → 2019-Q3, 2019-07-01 to 2019-09-30',
    'a year earlier → 2018-Q3, 2018-07-01 to 2018-09-30',
  ],
  [
    'Third-quarter profit fell. For the nine months, sales rose from those of the 2018 period.',
    'Third-quarter → 2019-Q3, 2019-07-01 to 2019-09-30',
    'the nine months → P9M, null to null',
    'the 2018 period → 2018, 2018-01-01 to 2018-12-31',
  ],
];
for (const [text, ...times] of reports)
  test(text, () => {
    const found = timesOf(text, '2019-11-12').map(
      ({ text, value, earliest, latest }) => `${text} → ${value}, ${earliest} to ${latest}`,
    );
    assert.deepEqual(found, times);
  });
