/**
 * Names that are words of English besides: they count only where they are written as a name. Months and
 * seasons are not among them; see `calendarWords`.
 */
export const commonWords = new Set(
  `abbey ace amber angel art ash aspen autumn bailey baker banks barker basil bay beck bell berry bill birch
  bishop blake blue bond booth bridge brook brooks brown buck bush butler carol carter chance chase cherry
  christian clay cliff cole constant cook cooper coral cross crystal dale dawn day dean destiny diamond dick
  dolly dot drew earl east ebony eden ernest eve ever faith fern field fields fisher flora forest foster fox
  frank free freeman french gale gene gift ginger glen glory grace grant gray green grey guy hale hall harmony
  harry hart hazel head heath heather henry hill hood holly honey honour hope hunt hunter iris iron ivy jack
  jade jasmine jewel john joy judge justice king knight lake lane law lee lily little long love loyal lucky
  mark marsh mason mercy miles mill miller mills mist moon moore moss neat noble north nova oak ocean olive
  page park parker parks patience pearce pearl penny pepper piper poole poppy porter price prince prudence
  queen rain ray read reed rich richer river robin rock rod rose rowan ruby rue rush sage sandy savannah self
  sharp shepherd short sky skye small smart smith sol south stark star stella stone storm street strong summer
  sunny swan taylor terry tiger tom trinity turner vale valentine van victor violet wade walker wall ward
  waters webb wells west white wild will willow winter wise wolf wood woods worth wren wright young`.split(
    /\s+/,
  ),
)

/** Names that are months and seasons besides. */
export const calendarWords = new Set([
  'april',
  'may',
  'june',
  'august',
  'summer',
  'autumn',
  'winter',
])

/** After one of these, a month or a season is meant. */
export const beforeCalendarWord = new Set(
  `in since until till by during from of to and or late early mid last next this every each between before
  after end beginning spring summer autumn winter january february march april may june july august september
  october november december monday tuesday wednesday thursday friday saturday sunday on the for through`.split(
    /\s+/,
  ),
)
