import type { Plugin } from 'payload'

export const safeguardingReviews =
  (_options: Record<string, unknown> = {}): Plugin =>
  (config) => ({ ...config })
