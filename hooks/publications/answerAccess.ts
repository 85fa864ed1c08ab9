import { type Endpoint, NotFound } from 'payload'

import { payloadsOwn } from '../operations/payloadsOwn.ts'
import { isStaff } from '../operations/people.ts'

/**
 * What may be done with a document is answered to staff only: Payload answers it for a draft and refuses
 * it for nothing, which would tell anybody that a review is being prepared.
 */
export const answerAccess: Endpoint = {
  method: 'post',
  path: '/access/:id?',
  handler: (req) => {
    if (!isStaff(req)) throw new NotFound(req.t)
    return payloadsOwn(req, answerAccess)(req)
  },
}
