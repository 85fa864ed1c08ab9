import {
  box,
  firstExtra,
  makePdf,
  photograph,
  picture,
  text,
} from '../../helpers/fileCorpus/pdf.ts'

const words =
  `services saw a boy who missed appointments they did not see a boy whom nobody took to them and this is what
  was learned from it by the agencies that knew the family`.split(/\s+/)

const line = (page: number, number: number): string =>
  Array.from({ length: 14 }, (_, at) => words[(page * 7 + number * 3 + at) % words.length]).join(
    ' ',
  )

/** A long report as they are: text, a white number on a black box on each page, now and then a picture. */
export const report = (pages: number): Uint8Array =>
  makePdf({
    hasBookmarks: true,
    extra: [photograph],
    pages: Array.from({ length: pages }, (_, page) => ({
      content: [
        ...Array.from({ length: 40 }, (_, number) =>
          text(line(page, number), 50, 770 - number * 16, { size: 10 }),
        ),
        box(540, 20, 30, 16),
        text(String(page + 1), 546, 25, { size: 9, colour: '1 1 1' }),
      ].join(''),
      ...(page % 5 === 0 && {
        figures: [{ content: picture('Im', 50, 50, 60, 60), alternative: 'A drawing' }],
        resources: `/XObject << /Im ${firstExtra} 0 R >>`,
      }),
    })),
  })
