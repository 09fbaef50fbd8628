/** Finds the parts of the app in the page, before the app looks for them. */

const WORKER = "worker.js";

function textOf(name: string): string {
  return document.querySelector(`script[data-part="${name}"]`)?.textContent ?? "";
}

/** The bytes that a script element holds in base 64; as they are, for WebKit's workers cannot read a file's blobs. */
async function bytesOf(element: HTMLElement): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`data:;base64,${element.textContent}`)).arrayBuffer());
}

async function parts(): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const elements = [...document.querySelectorAll<HTMLElement>("script[data-packed]")];
  const named = elements.map(async (element) => [element.dataset["packed"] ?? "", await bytesOf(element)] as const);
  return Object.fromEntries(await Promise.all(named));
}

globalThis.kmopPlace = {
  worker: URL.createObjectURL(new Blob([textOf(WORKER)], { type: "text/javascript" })),
  runtime: { base: new URL("./", location.href).href, parts: await parts() },
};

export {};
