import { existsSync } from 'node:fs'

import { type Browser, chromium } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** CHROME_PATH, Debian's chromium or Google Chrome; else the one that comes as a package. */
export async function findBrowser(): Promise<string> {
  const found = [process.env.CHROME_PATH, ...installed].find((file) => file && existsSync(file))
  if (found) return found
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // The packaged browser unpacks next to little else and expects a small shared memory.
      '--disable-dev-shm-usage',
    ],
  })
}
