/** What stands as the note of a version that nobody wrote one for; pages say it in the reader's language. */
export const BY_API = 'Changed by the API'
export const BY_IMPORT = 'Places added by an import'
