import serialize from 'canonicalize'

/**
 * JSON in the one form that RFC 8785 allows, so that the same content has the same hash everywhere.
 *
 * The library's types speak of an ES module, which it is not.
 */
export const canonicalJSON = serialize as unknown as (value: object) => string
