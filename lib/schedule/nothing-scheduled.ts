import { Prisma } from '../db/database'
import { sqlText } from '../db/sql'

/** The columns of an article that goes out at no time. A note to readers that was written for then stays: it waits for the next one. */
export const NO_TIME_TO_GO_OUT = {
  publishAt: null,
  publishZone: null,
  publishVersion: null,
  publishMetadata: Prisma.DbNull,
  publishOverride: null,
  publishOverridden: [] as string[],
  scheduledById: null,
  scheduledAt: null,
  scheduleFailure: null,
  scheduleAlarmedAt: null,
}

/** As {@link NO_TIME_TO_GO_OUT}, with no note that waits. */
export const NOTHING_TO_GO_OUT = { ...NO_TIME_TO_GO_OUT, publishCorrection: Prisma.DbNull }

/** {@link NOTHING_TO_GO_OUT} where an article is written without Prisma. */
export const nothingToGoOut = sqlText`"publishAt" = NULL, "publishZone" = NULL, "publishVersion" = NULL, "publishMetadata" = NULL,
  "publishOverride" = NULL, "publishOverridden" = '{}', "scheduledById" = NULL, "scheduledAt" = NULL, "scheduleFailure" = NULL,
  "scheduleAlarmedAt" = NULL, "publishCorrection" = NULL`

export const NOTHING_TO_GO_AWAY = {
  unpublishAt: null,
  unpublishZone: null,
  unpublishAtReason: null,
  unpublishAtById: null,
  unpublishFailure: null,
  unpublishAlarmedAt: null,
} as const
