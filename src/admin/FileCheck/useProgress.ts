'use client'

import { useEffect } from 'react'

import { progressInterval } from './told.ts'

/** Asks again and again while a check goes on by itself. */
export function useProgress(goesOn: boolean, ask: () => Promise<void>): void {
  useEffect(() => {
    if (!goesOn) return
    const timer = setInterval(() => void ask().catch(() => {}), progressInterval)
    return () => clearInterval(timer)
  }, [ask, goesOn])
}
