/** Finds the parts of the app in the page, before the app looks for them. */

const WORKER = "worker.js";

function textOf(name: string): string {
  return document.querySelector(`script[data-part="${name}"]`)?.textContent ?? "";
}

/** The bytes that a script element holds in base 64. */
async function bytesOf(element: HTMLElement): Promise<Blob> {
  return (await fetch(`data:;base64,${element.textContent}`)).blob();
}

async function parts(): Promise<Record<string, Blob>> {
  const elements = [...document.querySelectorAll<HTMLElement>("script[data-packed]")];
  const named = elements.map(async (element) => [element.dataset["packed"] ?? "", await bytesOf(element)] as const);
  return Object.fromEntries(await Promise.all(named));
}

globalThis.kmopPlace = {
  worker: URL.createObjectURL(new Blob([textOf(WORKER)], { type: "text/javascript" })),
  runtime: { base: new URL("./", location.href).href, parts: await parts() },
  styles: null,
};

export {};
