'use client'

import { Button, useListDrawerContext } from '@payloadcms/ui'

interface Props {
  /** Said where the list is empty. */
  invitation: string | undefined
  label: string
  to: string
}

export function LinkInList({ invitation, label, to }: Props) {
  // In a drawer it would lead away from the form from which somebody chooses a review.
  if (useListDrawerContext().isInDrawer) return null
  return (
    <div className="sr-invitation">
      {invitation && <p>{invitation}</p>}
      <Button buttonStyle="secondary" el="link" margin={false} size="medium" to={to}>
        {label}
      </Button>
    </div>
  )
}
