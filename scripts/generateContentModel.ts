/** Writes docs/content-model.md from the collections themselves, so that it cannot go stale. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'

import { content } from '../collections/index.ts'
import { settingsFrom } from '../src/options/index.ts'
import { describeEntity, type Entity } from './contentModel/describe.ts'
import { diagram } from './contentModel/diagram.ts'

const target = path.resolve(import.meta.dirname, '../docs/content-model.md')
const { collections, globals } = content(settingsFrom({}))
const entities: Entity[] = [...collections, ...globals]

const text = `# The content model

Written by \`npm run generate\` from \`collections/\`; edit the descriptions there, and which rule needs a
field in \`scripts/contentModel/neededBy.ts\`. Slugs and review types are the defaults; a host may have others.

A review, a leaflet and a framework document are **publications**: once public they stay public for their
protection period. Themes and agencies are vocabulary: public as soon as they are saved. A file is public while
something public refers to it.

## Which refers to which

${diagram(entities)}

## What a date means

| Date | Meaning |
| --- | --- |
| \`publishedOn\` | The calendar day of publication, in the time zone of the options. Where only a month or a year is known, the last day of that period; \`publishedOnPrecision\` says so, and readers see only what is known. GraphQL answers it cut to that: \`2023-03-20\`, \`2020-01\`, \`2019\`. |
| \`firstPublishedAt\` | The moment at which it first became public in this system. |
| \`protectedUntil\` | \`publishedOn\` and the calendar months of its protection; protected through the end of that day. |
| \`lastPublicChangeAt\` | The last moment at which a change reached the public; saving a draft does not move it. |
| \`updatedAt\` | Payload’s own: the last save of any kind. |

${entities.map(describeEntity).join('\n\n')}
`
await writeFile(target, text)
