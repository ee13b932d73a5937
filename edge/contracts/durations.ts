/** How long things last, in milliseconds. Apart from the schemas, so that a browser can load it alone. */

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
