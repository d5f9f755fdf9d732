import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/** Prometheus counters of this process. Made once by server.ts, which alone answers `/metrics`. */
export function openMetrics(waiting: () => number) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const collected = new Counter({
    name: 'wayfelt_client_requests_total',
    help: 'Requests to the client API by status',
    labelNames: ['status'],
    registers: [registry],
  })
  new Gauge({
    name: 'wayfelt_collect_waiting',
    help: 'Answers that wait for their commit',
    registers: [registry],
    collect() {
      this.set(waiting())
    },
  })
  return { collected: (status: number) => collected.inc({ status: String(status) }), text: () => registry.metrics(), type: registry.contentType }
}
