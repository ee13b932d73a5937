/** What may go wrong in the world around the server. */

/** The server cannot start or go on; the message says what to do. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault'
}

/** The database does not answer. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault'
}
