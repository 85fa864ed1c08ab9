/**
 * Without it, Node takes a build of Lexical that waits, at its top level, for an import of its own. Node 20 now
 * and then never ends that wait: whatever loads the config then ends before it has begun, in silence.
 */
export const nodeCondition = '--conditions=production'

/** The environment for commands that load the config, or start something that does. */
export const withNodeCondition = (environment) => ({
  ...environment,
  NODE_OPTIONS: [environment.NODE_OPTIONS, nodeCondition].filter(Boolean).join(' '),
})
