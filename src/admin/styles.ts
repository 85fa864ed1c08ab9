import { dashboardStyles } from './Dashboard/styles.ts'
import { guidedStartStyles } from './GuidedStart/styles.ts'
import { listStyles } from './PublicationList/styles.ts'
import { panelStyles } from './PublicationPanel/styles.ts'

/**
 * The package is compiled, not bundled, so that a host's build need not know its styles. Everything is measured
 * and coloured by Payload's own variables, which know the theme.
 */
export const styles = [dashboardStyles, guidedStartStyles, listStyles, panelStyles].join('')
