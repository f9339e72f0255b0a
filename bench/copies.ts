import { sql } from 'kysely';
import type { Database } from '../src/store/engine.ts';

/**
 * Makes a store larger without reading anything: copies of all that is in it, each `days` earlier than the one before, so
 * that the latest days, where documents are added, stay as they were made. Texts are left out.
 */
export async function copyBackwards(db: Database, copies: number, days: number): Promise<void> {
  if (copies < 1) return;
  const n = sql`generate_series(1, ${copies}::integer) n`;
  const mark = sql`'_' || n`;
  // Above all that new reports will be given.
  const number = sql`n * 1000000000::bigint`;
  const shift = sql`n * ${days}::integer`;
  await sql`insert into documents select id || ${mark}, day - ${shift}, published_at, timezone, title, url, publisher,
    content_type, length, added_at, counts, '', '{}', '{}' from documents, ${n}`.execute(db);
  await sql`insert into document_entities select document_id || ${mark}, entity_id, day - ${shift}, mentions, '[]', '[]'
    from document_entities, ${n}`.execute(db);
  await sql`insert into report_keys (key, first_day, last_day, report)
    select key, first_day - ${shift}, last_day - ${shift}, report + ${number} from report_keys, ${n}`.execute(db);
  await sql`insert into reports (id, number, document_id, event_id, group_id, publisher, report) overriding system value
    select id || ${mark}, number + ${number}, document_id || ${mark}, event_id || ${mark},
      group_id || ${mark}, publisher, report from reports, ${n}`.execute(db);
  await sql`insert into event_keys (key, reach, day, last_day, event_id, first_day, salience)
    select key, reach, day - ${shift}, last_day - ${shift}, event_id || ${mark}, first_day - ${shift}, salience
    from event_keys, ${n}`.execute(db);
  await sql`insert into events select id || ${mark}, reach, day - ${shift}, first_day - ${shift}, last_day - ${shift},
    listed, type, status, precision, salience, place_id, place_name, words, summary, details from events, ${n}`.execute(
    db,
  );
  const times = copies + 1;
  await sql`update entities set documents = documents * ${times}::integer, mentions = mentions * ${times}::integer,
    events = events * ${times}::integer`.execute(db);
  await sql`update entity_values set documents = documents * ${times}::integer`.execute(db);
}
