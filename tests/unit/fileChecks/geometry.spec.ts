import { expect, test } from 'vitest'

import { edgesOf, type Matrix, times } from '../../../src/fileChecks/pdf/geometry.ts'

/** A page of 100 by 200 units, as it is seen when it is turned. */
const turned: [degrees: number, matrix: Matrix, edges: number[]][] = [
  [0, [0.01, 0, 0, -0.005, 0, 1], [0.1, 0.85, 0.3, 0.95]],
  [90, [0, 0.01, 0.005, 0, 0, 0], [0.05, 0.1, 0.15, 0.3]],
  [180, [-0.01, 0, 0, 0.005, 1, 0], [0.7, 0.05, 0.9, 0.15]],
  [270, [0, -0.01, -0.005, 0, 1, 1], [0.85, 0.7, 0.95, 0.9]],
]

test.each(turned)(
  'a box on a page turned by %i degrees is where it is seen',
  (_, matrix, edges) => {
    edgesOf(matrix, 10, 10, 30, 30).forEach((edge, at) => expect(edge).toBeCloseTo(edges[at]!))
  },
)

test('what is in a group is moved by the group first and then by the page', () => {
  const group: Matrix = [2, 0, 0, 2, 10, 0]
  const page: Matrix = [0.01, 0, 0, -0.005, 0, 1]
  const edges = edgesOf(times(group, page), 0, 5, 10, 15)
  for (const [at, edge] of [0.1, 0.85, 0.3, 0.95].entries()) expect(edges[at]).toBeCloseTo(edge)
})
