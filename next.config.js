/** @type {import('next').NextConfig} */
export default {
  // Several builds may live side by side while developing; the app itself always uses .next.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // The reader cache compresses what it stores, once; Next would do it again for each answer.
  compress: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // While developing, Next would write what server actions are given into the terminal: names of sources among it.
  logging: { serverFunctions: false },
  images: { unoptimized: true },
  // `npm test` runs the compiler over the whole tree, tests included.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'sharp', 'pg', 'pg-boss', 'pino', 'nodemailer'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
}
