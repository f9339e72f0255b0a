/** How clients name an entity: its id (ent_…), its Wikidata id (Q7747), or the ISO 3166 code of a country (RU). */
export const ENTITY_KEY = '^(?:ent_[A-Za-z0-9]+|[Qq][1-9][0-9]{0,11}|[A-Za-z]{2})$';

/** ISO 3166-1 alpha-2, in either case. */
export const COUNTRY_CODE = '^[A-Za-z]{2}$';

/** A day of the year, MM-DD, or a month, MM. */
export const RECURRING_DATE = '^(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?$';

export const POSTGRES_URL = '^postgres(?:ql)?://';
