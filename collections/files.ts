import type { CollectionConfig } from 'payload'

import { acceptFileBeforeOperation } from '../hooks/files/acceptFileBeforeOperation.ts'
import { askForCheckAfterChange } from '../hooks/files/askForCheckAfterChange.ts'
import { keepFileFactsBeforeChange } from '../hooks/files/keepFileFactsBeforeChange.ts'
import { describeFile, sendFile } from '../hooks/files/sendFile.ts'
import {
  keepReferredToBeforeChange,
  keepReferredToBeforeDelete,
} from '../hooks/references/keepReferredTo.ts'
import { acceptedMimeTypes, compoundFile } from '../hooks/rules/files.ts'
import { fieldForStaffOnly, fileAccess, systemOnly } from './access/access.ts'
import { type ContentSettings, overridden } from './settings.ts'

/** Reports, leaflets and pictures. A file is private until something public refers to it. */
export const files = (settings: ContentSettings): CollectionConfig =>
  overridden('files', settings, {
    labels: { singular: 'File', plural: 'Files' },
    graphQL: { singularName: 'File', pluralName: 'Files' },
    access: fileAccess,
    admin: {
      defaultColumns: ['title', 'downloadName', 'isPublic', 'updatedAt'],
      description:
        'PDF, Word, OpenDocument and pictures. A file stays private until something published refers to it.',
      listSearchableFields: ['title', 'downloadName'],
      useAsTitle: 'title',
    },
    disableBulkEdit: true,
    disableDuplicate: true,
    endpoints: [sendFile, describeFile],
    trash: true,
    upload: {
      staticDir: settings.files.directory,
      mimeTypes: [...acceptedMimeTypes, compoundFile],
      // A stored file's bytes never change, so there is nothing to crop, to focus or to fetch from elsewhere.
      crop: false,
      focalPoint: false,
      pasteURL: false,
      hideRemoveFile: true,
      adminThumbnail: 'thumbnail',
      imageSizes: [{ name: 'thumbnail', width: 480, withoutEnlargement: true }],
    },
    hooks: {
      beforeOperation: [acceptFileBeforeOperation(settings.files.maxBytes)],
      beforeChange: [keepFileFactsBeforeChange, keepReferredToBeforeChange(settings)],
      afterChange: [askForCheckAfterChange(settings)],
      beforeDelete: [keepReferredToBeforeDelete(settings)],
    },
    fields: [
      {
        name: 'check',
        label: 'Check',
        type: 'ui',
        admin: {
          components: { Field: 'payload-safeguarding-reviews/rsc#FileCheck' },
          disableBulkEdit: true,
          disableListColumn: true,
          position: 'sidebar',
        },
      },
      {
        name: 'title',
        label: 'Title',
        type: 'text',
        admin: { description: 'What the file is, as readers should see it. Never a real name.' },
      },
      {
        name: 'language',
        label: 'Language',
        type: 'text',
        defaultValue: 'en-GB',
        admin: {
          description: 'The language of the text as a language tag, for example “en-GB” or “cy”.',
        },
      },
      {
        name: 'description',
        label: 'Description',
        type: 'textarea',
        admin: {
          description:
            'For a picture: what it shows, for people who cannot see it. For a document: what is in it.',
        },
      },
      {
        name: 'downloadName',
        label: 'File name for readers',
        type: 'text',
        access: systemOnly,
        admin: { description: 'The name under which a reader saves the file.', readOnly: true },
      },
      {
        name: 'sha256',
        label: 'SHA-256',
        type: 'text',
        access: systemOnly,
        admin: {
          description:
            'The SHA-256 of the file’s bytes, by which anybody can see that they are the same.',
          readOnly: true,
        },
      },
      {
        name: 'isPublic',
        label: 'Public',
        type: 'checkbox',
        defaultValue: false,
        index: true,
        access: { read: fieldForStaffOnly, ...systemOnly },
        admin: {
          description: 'Everybody can read the file, because something published refers to it.',
          position: 'sidebar',
          readOnly: true,
        },
      },
    ],
  })
