/** What brings an organisation's own files into the graph. */
export const importCommand = 'npx -y pnpm alidade import ../checkouts'
