/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  serverExternalPackages: ['@electric-sql/pglite', '@node-rs/argon2', 'postgres', 'pino', 'prom-client', 'esbuild', '@resvg/resvg-js'],
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a start on a small machine need not check them again.
  typescript: { ignoreBuildErrors: true },
}

export default config
