/** Finds the question in the page that a field belongs to, as an address; null when none. */
export type Target = (field: string) => string | null;
