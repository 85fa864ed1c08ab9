import type { StoredFile } from './answers.ts'
import { Failure, failureOf } from './api.ts'

interface Upload {
  /** Where files are uploaded to. */
  address: string
  file: File
  /** The name under which it is sent. */
  name: string
  title: string
  onProgress: (percent: number) => void
  signal: AbortSignal
}

/** Uploads a file over Payload's REST API, telling how far it is, which `fetch` does not. */
export const upload = ({ address, file, name, onProgress, signal, title }: Upload) =>
  new Promise<StoredFile>((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('_payload', JSON.stringify({ title }))
    form.append('file', file, name)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0),
    )
    request.addEventListener('error', () => reject(new Failure('unreachable', '')))
    request.addEventListener('abort', () => reject(signal.reason))
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText)
      if (request.status >= 300 || !answer) return reject(failureOf(request.status, answer))
      const { downloadName, id, title } = (answer as { doc: StoredFile }).doc
      return resolve({ downloadName, id, title })
    })
    signal.addEventListener('abort', () => request.abort())
    request.open('POST', `${address}?depth=0`)
    request.withCredentials = true
    request.send(form)
  })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
