import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

/** Writes the documents that the sample page links to: `node --import tsx seed/sample/makeFiles.ts`. */
const documents: Record<string, { title: string; lines: string[] }> = {
  'alan-report.pdf': {
    title: 'Local Child Safeguarding Practice Review: Alan',
    lines: [
      'This is a sample. Nobody in it ever lived, and no real body published it.',
      'Alan was fifteen. Services saw a boy who missed appointments;',
      'they did not see a boy whom nobody took to them.',
      'Recommended: ask what a missed appointment means for the child, and write it down.',
    ],
  },
  'child-y-practice-brief.pdf': {
    title: 'Practice brief: Child Y',
    lines: [
      'This is a sample. Nobody in it ever lived, and no real body published it.',
      'Support that ends on a birthday ends too early. Agree who stays, and tell the young person.',
    ],
  },
  'child-m-learning-leaflet.pdf': {
    title: 'Learning leaflet: Child M',
    lines: [
      'This is a sample. Nobody in it ever lived, and no real body published it.',
      'When a family moves, speak to the colleague who knows them next. A letter is not enough.',
    ],
  },
}

/** One fixed moment, so that running this again gives the same bytes. */
const written = new Date('2026-01-01T12:00:00Z')

for (const [name, { title, lines }] of Object.entries(documents)) {
  const pdf = await PDFDocument.create()
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setLanguage('en-GB')
  pdf.setCreationDate(written)
  pdf.setModificationDate(written)
  const plain = await pdf.embedFont(StandardFonts.Helvetica)
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold)
  const page = pdf.addPage([595, 842])
  page.drawText(title, { x: 56, y: 760, size: 18, font: bold })
  lines.forEach((line, index) => {
    page.drawText(line, { x: 56, y: 720 - index * 22, size: 11, font: plain })
  })
  await writeFile(fileURLToPath(new URL(`files/${name}`, import.meta.url)), await pdf.save())
}
