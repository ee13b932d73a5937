/** MQTT topic filters: which topics, and which other filters, a filter holds. */

const SHARED_OR_SYSTEM = '$'

/**
 * Whether every topic that `asked` can match is also matched by `filter`. A topic without wildcards is a filter of one,
 * so this also answers "does this message match that filter".
 * MQTT 3.1.1, 4.7.1 and 4.7.2: `a/#` holds `a`; a leading wildcard never holds a topic that begins with `$`.
 */
export const covers = (filter: string, asked: string): boolean => {
  if (asked.startsWith(SHARED_OR_SYSTEM) && !filter.startsWith(SHARED_OR_SYSTEM)) return false
  const wide = filter.split('/')
  const narrow = asked.split('/')
  for (const [depth, level] of wide.entries()) {
    if (level === '#') return true
    const other = narrow[depth]
    if (other === undefined || other === '#') return false
    if (level !== '+' && level !== other) return false
  }
  return wide.length === narrow.length
}

/** MQTT 3.1.1, 4.7.1: `#` stands alone as the last level, `+` alone as a level, and nothing is empty. */
export const isFilter = (text: string): boolean => {
  const levels = text.split('/')
  return (
    text.length > 0 &&
    levels.every(
      (level, depth) => level === '+' || (level === '#' ? depth === levels.length - 1 : !/[+#\0]/.test(level)),
    )
  )
}

export const isTopic = (text: string): boolean => text.length > 0 && !/[+#\0]/.test(text)
