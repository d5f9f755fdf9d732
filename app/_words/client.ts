// What a component imports as #words in the browser; on the server that name leads to server.ts.
export { useTranslations as useWords } from 'use-intl/react'
