'use client'

import { goToField } from './goToField.ts'
import type { Point } from './panel.ts'

/** A list of things to do, each of which leads to its field. */
export function Points({ points, title }: { points: Point[]; title: string }) {
  if (points.length === 0) return null
  return (
    <section>
      <h4>{title}</h4>
      <ul className="sr-points">
        {points.map(({ message, path, tab }) => (
          <li key={`${path} ${message}`}>
            <button onClick={() => goToField(path, tab)} type="button">
              {message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
