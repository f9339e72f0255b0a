import { type RawBuilder, sql } from 'kysely';

/** SQL types of the columns of a table value. */
type Columns<Row> = { readonly [Column in keyof Row & string]: string };

/**
 * Many rows as one parameter: `select * from json_to_recordset(…)`. The text of the query stays the same however many
 * there are, and they go to the database in one message.
 */
export function rowsOf<Row extends object>(rows: readonly Row[], columns: Columns<Row>): RawBuilder<Row> {
  const definition = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  return sql<Row>`json_to_recordset(${JSON.stringify(rows)}::json) as rows (${sql.raw(definition.join(', '))})`;
}
