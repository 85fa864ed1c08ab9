export { checkFile, type CheckOptions } from './checkFile.ts'
export { drawPage } from './drawPage.ts'
export {
  findNameParts,
  findPrivateNames,
  type PrivateNameMatch,
  spacedOut,
} from './privateNames/index.ts'
export {
  type Box,
  defaultLimits,
  type FileCheck,
  type Finding,
  type FindingCode,
  findingCodes,
  type Limits,
  type PrivateName,
} from './types.ts'
