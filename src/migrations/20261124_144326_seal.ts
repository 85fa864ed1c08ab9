import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { lowerSeal, raiseSeal } from 'payload-safeguarding-reviews/migrations'

export async function up({ db, payload }: MigrateUpArgs): Promise<void> {
  await raiseSeal({ db, payload })
}

export async function down({ db, payload }: MigrateDownArgs): Promise<void> {
  await lowerSeal({ db, payload, reason: 'The migration that raised it is reversed.' })
}
