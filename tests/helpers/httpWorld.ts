import {
  leaflet,
  pdf,
  published,
  review,
  richText,
  type StoredFile,
  uploadForm,
} from './content.ts'
import type { HttpClient } from './http.ts'
import { type Fixture, pendingName, type World } from './protectedWorld.ts'
import { ofAnswer, publicationNames } from './publicView.ts'

export type HttpWorld = World & { client: HttpClient }

/** The world of the attempts on a running server: everything goes over HTTP. */
export async function httpWorld(client: HttpClient): Promise<HttpWorld> {
  const as = client.editor
  const world = {
    client,
    file: await upload(client, 'Report on Alan.pdf'),
    otherFile: await upload(client, 'Another.pdf'),
    rest: async (method: string, path: string, body?: object) =>
      ofAnswer(await client.rest(method, path, { as, body })),
    graphql: async (query: string, variables?: object) =>
      ofAnswer(await client.graphql(query, { as, variables })),
    localUpdate: async ({ id, slug }: Fixture, body: object, more?: { draft?: boolean }) =>
      ofAnswer(
        await client.rest('PATCH', `/${slug}/${id}${more?.draft ? '?draft=true' : ''}`, {
          as,
          body,
        }),
      ),
  }
  return world as unknown as HttpWorld
}

async function upload(client: HttpClient, name: string): Promise<StoredFile> {
  const { body } = await client.rest('POST', '/files', {
    as: client.editor,
    body: uploadForm(await pdf(name), name, 'application/pdf'),
  })
  await letPass(client, body.doc.id)
  return body.doc
}

/** Waits for the check of a file, and lets what is only worth a look pass. */
async function letPass(client: HttpClient, file: number): Promise<void> {
  const as = client.editor
  for (;;) {
    const { body } = await client.rest('GET', `/files/${file}/check`, { as })
    for (const { code } of body.isChecked ? body.findings : [])
      await client.rest('POST', `/file-checks/${body.check}/accept`, {
        as,
        body: { code, reason: 'It is for a test.' },
      })
    if (body.isChecked) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const contents = {
  reviews: (file: number) =>
    review({
      reportAvailability: 'published',
      reportFile: file,
      summary: richText('What happened.'),
      improvements: richText('What must change.'),
    }),
  leaflets: (file: number) => leaflet({ file, body: richText('The leaflet as text.') }),
}

/** A protected publication: saved as a draft, then published, and where asked for with a newer draft over it. */
export async function publish(
  { client, file }: HttpWorld,
  kind: keyof typeof contents,
  { pendingDraft = false } = {},
): Promise<Fixture> {
  const names = publicationNames[kind]
  const send = (method: string, path: string, body?: object) =>
    client.rest(method, `/${names.slug}${path}`, { as: client.editor, body })
  const { id } = (await send('POST', '?draft=true', contents[kind](file.id))).body.doc
  const versions = await send('GET', `/versions?where[parent][equals]=${id}&depth=0`)
  const { protectedUntil } = (await send('PATCH', `/${id}`, published)).body.doc
  if (pendingDraft) await send('PATCH', `/${id}?draft=true`, { [names.nameField]: pendingName })
  return {
    ...names,
    id,
    olderDraft: Number(versions.body.docs[0].id),
    protectedUntil: protectedUntil.slice(0, 10),
  }
}
