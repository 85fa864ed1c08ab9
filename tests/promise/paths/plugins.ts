import { published } from '../../helpers/content.ts'
import { type Hostility } from '../../helpers/hostilePlugin.ts'
import { draft, fileField, linkField, trashed, updateMany } from '../acts.ts'
import type { Fixture } from '../../helpers/protectedWorld.ts'
import type { Group, Try } from '../path.ts'

/** A harmless act of an editor, in which other software of the host takes part. */
const while_ =
  (hostility: Hostility | ((fixture: Fixture) => Hostility), act: Try): Try =>
  (fixture, world) => {
    world.hostile(typeof hostility === 'function' ? hostility(fixture) : hostility)
    return act(fixture, world)
  }

const publish: Try = (fixture, world) => world.localUpdate(fixture, published)

const withoutDocument = (fixture: Fixture) => ({
  [fileField(fixture)]: null,
  [linkField(fixture)]: 'https://elsewhere.example',
})

export const plugins: Group = {
  id: 'plugins',
  title: 'Other software in the same system',
  paths: [
    {
      id: 'hook-before',
      title: 'The host’s own code unpublishes it before our rules are asked',
      numbers: [35],
      expect: 'refused',
      tries: { plugin: while_({ first: draft }, publish) },
    },
    {
      id: 'hook-in-validation',
      title: 'The host’s own code unpublishes it while the values are checked',
      numbers: [35],
      expect: 'refused',
      tries: { plugin: while_({ validating: draft }, publish) },
    },
    {
      id: 'hook-in-validation-of-draft',
      title: 'The same, of a save that calls itself a draft and published at once',
      numbers: [5, 35],
      expect: 'refused',
      tries: {
        plugin: while_({ validating: draft }, (fixture, world) =>
          world.localUpdate(fixture, published, { draft: true }),
        ),
      },
    },
    {
      id: 'hook-after',
      title: 'Another plugin unpublishes it after our rules were asked',
      numbers: [35],
      expect: 'refused',
      tries: { plugin: while_({ last: draft }, publish) },
    },
    {
      id: 'hook-of-field',
      title: 'A rule for one field unpublishes it, after all rules for the document were asked',
      numbers: [35],
      expect: 'refused',
      tries: { plugin: while_({ field: draft }, publish) },
    },
    {
      id: 'hook-that-trashes',
      title: 'Another plugin moves it to the trash after our rules were asked',
      numbers: [35],
      expect: 'refused',
      tries: { plugin: while_({ last: trashed }, publish) },
    },
    {
      id: 'hook-that-detaches',
      title: 'Another plugin takes its document away after our rules were asked',
      numbers: [35],
      expect: 'refused',
      tries: { plugin: while_((fixture) => ({ last: withoutDocument(fixture) }), publish) },
    },
    {
      id: 'hook-after-many-at-once',
      title: 'Another plugin unpublishes it in an edit of many at once',
      numbers: [14, 35],
      expect: 'refusedInWords',
      tries: { plugin: while_({ last: draft }, updateMany(published)) },
    },
    {
      id: 'hook-after-restore',
      title: 'Another plugin moves it to the trash when an older version is restored as a draft',
      numbers: [24, 35],
      expect: 'newerDraft',
      tries: {
        plugin: while_({ last: trashed }, ({ olderDraft, slug }, world) =>
          world.rest('POST', `/${slug}/versions/${olderDraft}?draft=true`),
        ),
      },
    },
    {
      id: 'operation-inside',
      title: 'An act inside an act unpublishes it',
      numbers: [35],
      expect: 'refused',
      tries: { plugin: while_({ nested: draft }, publish) },
    },
    {
      id: 'operation-inside-ignored',
      title: 'The same, and the refusal is ignored',
      numbers: [35],
      expect: 'changesNothing',
      tries: { plugin: while_({ tried: draft }, publish) },
    },
  ],
}
