/** The data saver (`Save-Data`): going easy on what the reader pays for. */

/** Whether the reader asks to save data: then nothing is fetched that was not asked for. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
