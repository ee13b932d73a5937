/** The hall's front door in tests: JSON over HTTP, answers as they come. */

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any
}

export type Ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, key?: string) => Promise<Answer>

export const asking =
  (url: string): Ask =>
  async (method, path, body, key) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...(key && { 'idempotency-key': key }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }
