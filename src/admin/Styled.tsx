import { styles } from './styles.ts'

/** The styles of our parts of the admin, once a page; React puts them into its head. */
export const Styled = () => (
  <style href="safeguarding-reviews" precedence="medium">
    {styles}
  </style>
)
