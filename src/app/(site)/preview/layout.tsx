import type { ReactNode } from 'react'

/** What is not published has no publisher to tell of. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return <div className="preview">{children}</div>
}
