'use client'

import { useCallback, useEffect, useState } from 'react'

import type { Step } from './questions.ts'

/**
 * The step stands behind the `#` of the address, so that the browser's own way back leads through the steps. Behind
 * a `?` it would be another page to Next, which fetches it again after the page was loaded anew, and waits.
 */
export function useStep(): [string, (step: Step) => void] {
  const [wanted, setWanted] = useState(stepInAddress)
  useEffect(() => {
    const follow = () => setWanted(stepInAddress())
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  const go = useCallback((step: Step) => {
    window.history.pushState(null, '', `#${step}`)
    setWanted(step)
  }, [])
  return [wanted, go]
}

const stepInAddress = () => window.location.hash.slice(1)
