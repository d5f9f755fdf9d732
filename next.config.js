/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['@electric-sql/pglite', '@node-rs/argon2', 'postgres', 'pino', 'prom-client'],
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a start on a small machine need not check them again.
  typescript: { ignoreBuildErrors: true },
}

export default config
