/** What Prometheus is told under `hallkeeper_*`: the hall now, the requests, and this process. */
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { cameraMeasures } from './metrics/cameras.ts'
import { careMeasures } from './metrics/care.ts'
import { floorMeasures } from './metrics/floor.ts'
import { type Measured, measuring } from './metrics/measuring.ts'
import { promiseMeasures } from './metrics/promises.ts'

export interface Metrics {
  /** `route` is the pattern, never the address: labels stay few. */
  observe(request: { method: string; route: string; status: number; seconds: number }): void
  text(): Promise<string>
  contentType: string
}

export const createMetrics = (house: Measured): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'hallkeeper_' })
  const measure = measuring(registry)
  floorMeasures(measure, house)
  careMeasures(measure, house)
  cameraMeasures(measure, house)
  promiseMeasures(measure, house)

  const seconds = new Histogram({
    name: 'hallkeeper_http_request_duration_seconds',
    help: 'How long requests took, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })

  return {
    observe: ({ method, route, status, seconds: took }) => seconds.observe({ method, route, status }, took),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
