import { textOf } from '../parse/blocks.ts'
import type { ParsedPage } from '../parse/sections.ts'
import { sectionKeys, type SectionKey } from '../words/sections.ts'
import { outwardLinks } from './links.ts'
import { richText } from './richText.ts'
import type { SeedContext, SeedPage } from './types.ts'

/** Everything on the page that is no list, section by section, and the order in which they stand. */
export function normalisePage(page: ParsedPage, context: SeedContext): SeedPage {
  const addressOf = outwardLinks(context)
  const group = (key: SectionKey) => {
    const section = page.sections.find((section) => section.key === key)
    return {
      heading: section?.heading ? textOf(section.heading.inlines) : null,
      text: richText(section?.blocks ?? [], addressOf),
    }
  }
  const groups = Object.fromEntries(sectionKeys.map((key) => [key, group(key)])) as Record<
    SectionKey,
    ReturnType<typeof group>
  >
  return {
    kind: 'page',
    key: 'page',
    line: page.title?.line ?? 1,
    warnings: page.notices,
    values: {
      heading: page.title ? textOf(page.title.inlines) : null,
      sectionOrder: page.sections.map(({ key }) => key),
      ...groups,
    },
  }
}
