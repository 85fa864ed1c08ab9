import type { Access, CollectionConfig, Field, FieldAccess } from 'payload'

import {
  keepAdministratorBeforeChange,
  keepAdministratorBeforeDelete,
} from '../hooks/people/keepAdministratorBeforeChange.ts'
import { refuseDisabledBeforeLogin } from '../hooks/people/refuseDisabledBeforeLogin.ts'
import { hasRight, isStaff } from '../hooks/operations/people.ts'
import { roles } from '../hooks/rules/roles.ts'
import { staffOnly } from './access/access.ts'

const byAdministrators: FieldAccess = ({ req }) => hasRight(req, 'manage')

const managed = { create: byAdministrators, update: byAdministrators }

/** What the accounts of those who work in the admin get besides what the host gave them. */
export const peopleFields = (): Field[] => [
  {
    name: 'publishingRoles',
    label: 'Roles',
    type: 'select',
    hasMany: true,
    saveToJWT: true,
    access: managed,
    options: Object.entries(roles).map(([value, label]) => ({ value, label })),
    admin: {
      description:
        'What this person may do with reviews, leaflets and framework documents. Nobody publishes what they submitted themselves.',
    },
  },
  {
    name: 'isDisabled',
    label: 'Disabled',
    type: 'checkbox',
    defaultValue: false,
    access: managed,
    admin: {
      description:
        'Logs this person out at once and keeps them out. What they did stays on record under this account.',
    },
  },
]

/** The collection of those who work in the admin, with roles; what the host allows or forbids stays so. */
export function withRoles(collection: CollectionConfig): CollectionConfig {
  const { access, fields, hooks } = collection
  return {
    ...collection,
    fields: [...fields, ...peopleFields()],
    access: {
      ...access,
      admin: async (args) => isStaff(args.req) && ((await access?.admin?.(args)) ?? true),
      create: both(access?.create, administrators),
      delete: both(access?.delete, administrators),
      read: access?.read ?? staffOnly,
      unlock: both(access?.unlock, administrators),
      update: both(access?.update, administratorsOrSelf),
    },
    hooks: {
      ...hooks,
      beforeChange: [...(hooks?.beforeChange ?? []), keepAdministratorBeforeChange],
      beforeDelete: [...(hooks?.beforeDelete ?? []), keepAdministratorBeforeDelete],
      beforeLogin: [refuseDisabledBeforeLogin, ...(hooks?.beforeLogin ?? [])],
    },
  }
}

const administrators: Access = ({ req }) => hasRight(req, 'manage')

const administratorsOrSelf: Access = ({ req }) =>
  hasRight(req, 'manage') || (isStaff(req) && { id: { equals: req.user?.id } })

/** What both allow. */
const both =
  (theirs: Access | undefined, ours: Access): Access =>
  async (args) => {
    const answers = [theirs ? await theirs(args) : true, await ours(args)]
    if (answers.includes(false)) return false
    const conditions = answers.filter((answer) => typeof answer === 'object')
    return conditions.length === 0 || { and: conditions }
  }
