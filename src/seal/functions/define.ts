/**
 * How the seal defines a function. It runs with its owner's rights, so that the role of the app needs none on
 * what it reads, and cannot reach a function of its own by changing the search path.
 */
export const definer =
  (schema: string) =>
  (signature: string, returns: string, body: string, language = 'plpgsql'): string =>
    `create or replace function ${schema}.${signature} returns ${returns} language ${language} security definer set search_path = pg_catalog, pg_temp as $seal$ ${body} $seal$`

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
