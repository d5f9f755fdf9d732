import { serve } from '../../server'

// argv: 'collect' serves as in production; 'route' lets Next's own server run the thin twin.
if (process.argv[2] === 'collect') {
  await serve({ dev: false, say: () => {}, prepareDemo: async () => {} })
} else {
  const { createServer } = await import('node:http')
  const { default: next } = await import('next')
  const app = next({ dev: false, hostname: '127.0.0.1', port: Number(process.env.PORT) })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = createServer((req, res) => void handle(req, res))
  await new Promise<void>((resolve) => server.listen(Number(process.env.PORT), '127.0.0.1', resolve))
  process.on('SIGTERM', () => process.exit(0))
}
process.send?.('ready')
