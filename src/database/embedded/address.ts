/** How the private folder begins in which an embedded database has its sockets. */
export const SOCKET_DIR_PREFIX = 'safeguarding-reviews-'

/** The connection string of the embedded database whose sockets are in this folder. */
export const embeddedAddress = (socketDir: string): string =>
  `postgresql://postgres@/postgres?host=${encodeURIComponent(socketDir)}`

/** True for the address of an embedded database. */
export const isEmbedded = (url: string): boolean =>
  new RegExp(`[?&]host=[^&]*${SOCKET_DIR_PREFIX}`).test(url)
