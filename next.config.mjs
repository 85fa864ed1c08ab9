import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // Whoever starts the app need not wait for the type check; `npm run typecheck` and `.ci/run` make it.
  typescript: { ignoreBuildErrors: true },
  // Next itself says of what is drawn anew each time that nobody may keep it.
  headers: () => [
    {
      source: '/preview/:path*',
      headers: [
        { key: 'Referrer-Policy', value: 'no-referrer' },
        { key: 'X-Robots-Tag', value: 'noindex' },
      ],
    },
  ],
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
