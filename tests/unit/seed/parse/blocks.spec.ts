import { describe, expect, it } from 'vitest'

import { type Block, blockText, inlinesOf } from '../../../../seed/parse/blocks.ts'
import { htmlBlocks } from '../../../../seed/parse/htmlBlocks.ts'
import { textBlocks } from '../../../../seed/parse/textBlocks.ts'

const outline = (blocks: Block[]): string[] =>
  blocks.map((block) => `${block.line} ${block.kind} ${blockText(block)}`)

describe('the blocks of copied text', () => {
  it('are headings, paragraphs and lists, each with its line', () => {
    const text =
      'A heading\r\n\r\nA sentence,  with   spaces.\r\n\r\n  • one\r\n  • two\r\n\r\nA lead-in:\n1. first'
    expect(outline(textBlocks(text))).toEqual([
      '1 heading A heading',
      '3 paragraph A sentence, with spaces.',
      '5 list one\ntwo',
      '8 paragraph A lead-in:',
      '9 list first',
    ])
  })

  it('keep addresses as links, without the full stop after them', () => {
    const [block] = textBlocks('See https://safeguarding.example/a?b=1, or ask.')
    expect(inlinesOf(block!)).toEqual([
      { text: 'See ' },
      { text: 'https://safeguarding.example/a?b=1', href: 'https://safeguarding.example/a?b=1' },
      { text: ', or ask.' },
    ])
  })
})

describe('the blocks of HTML', () => {
  it.each([
    [
      'headings with their level',
      '<h1>One</h1>\n<h3>Three</h3>',
      ['1 heading One', '2 heading Three'],
    ],
    [
      'a details element as a heading and its text',
      '<h1>T</h1><details><summary>S</summary><p>P.</p></details>',
      ['1 heading T', '1 heading S', '1 paragraph P.'],
    ],
    [
      'an accordion whose heading is a button',
      '<h1>T</h1><h3><button>S</button></h3><div hidden><p>P.</p></div>',
      ['1 heading T', '1 heading S', '1 paragraph P.'],
    ],
    [
      'accordions in a list',
      '<h1>T</h1><ul><li><h3>S</h3><p>P.</p></li></ul>',
      ['1 heading T', '1 heading S', '1 paragraph P.'],
    ],
    [
      'a bold line as a heading',
      '<h1>T</h1><p><strong>2019 - SCR - Alan</strong></p>',
      ['1 heading T', '1 heading 2019 - SCR - Alan'],
    ],
    [
      'a bold sentence as text',
      '<h1>T</h1><p><b>Please note this.</b></p>',
      ['1 heading T', '1 paragraph Please note this.'],
    ],
    [
      'terms as headings',
      '<h1>T</h1><dl><dt>Alan</dt><dd>Text.</dd></dl>',
      ['1 heading T', '1 heading Alan', '1 paragraph Text.'],
    ],
    [
      'nested lists as one',
      '<h1>T</h1><ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
      ['1 heading T', '1 list a\nb\nc'],
    ],
    [
      'text that stands loose in a box',
      '<h1>T</h1><div>Loose <b>text</b><p>P.</p> more</div>',
      ['1 heading T', '1 paragraph Loose text', '1 paragraph P.', '1 paragraph more'],
    ],
    [
      'two breaks as a new paragraph',
      '<h1>T</h1><p>one<br>line<br><br>two</p>',
      ['1 heading T', '1 paragraph one line', '1 paragraph two'],
    ],
    [
      'no scripts, navigation, header and footer',
      '<header>H</header><nav>N</nav><h1>T</h1><script>s</script><p>P</p><footer>F</footer>',
      ['1 heading T', '1 paragraph P'],
    ],
    [
      'only the main part, and the title from outside it',
      '<h1>T</h1><p>aside</p><main><p>P</p></main>',
      ['1 heading T', '1 paragraph P'],
    ],
    [
      'cells of a table one by one',
      '<h1>T</h1><table><tr><td>a</td><td>b</td></tr></table>',
      ['1 heading T', '1 paragraph a', '1 paragraph b'],
    ],
    [
      'text within a form that wraps the page',
      '<form><h1>T</h1><p>P</p></form>',
      ['1 heading T', '1 paragraph P'],
    ],
  ])('are read from %s', (_, html, expected) => {
    expect(outline(htmlBlocks(`<body>${html}</body>`))).toEqual(expected)
  })

  it('keep their links, but not those within the page', () => {
    const [, block] = htmlBlocks(
      '<h1>T</h1><p>A <a href=" r.pdf "><b>report</b></a> and <a href="#x">top</a></p>',
    )
    expect(inlinesOf(block!)).toEqual([
      { text: 'A ' },
      { text: 'report', href: 'r.pdf' },
      { text: ' and top' },
    ])
  })
})
