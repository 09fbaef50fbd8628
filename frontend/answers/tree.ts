/** Trees of JSON: maps in maps, read and written by the path that leads to a value. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Tree = { [key: string]: Json };

/** Whether a value is a map as JSON has them: what a browser keeps can be a `Map` or a date as well. */
export function isTree(value: Json | undefined): value is Tree {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** Whether a value is JSON through and through, nested no deeper than this: what a browser keeps can hold itself. */
export function isJson(value: unknown, levels: number): value is Json {
  if (typeof value !== "object" || value === null) {
    return typeof value !== "bigint";
  }
  const isPlain = Array.isArray(value) || isTree(value as Json);
  return isPlain && levels > 0 && Object.values(value).every((inner) => isJson(inner, levels - 1));
}

/** A question about a check point: behind a dot in its id stand few characters, in a part's name more. */
const CHECK_POINT = /^(checks)\.([A-Za-z0-9-]+(?:\.[A-Za-z0-9]{1,3}(?=\.|$))*)(?:\.(.+))?$/;

/** The keys that lead to the answer to a question: `checks.1.1.note` leads to the note on point `1.1`. */
export function pathOf(name: string): string[] {
  const [, table, point, part] = CHECK_POINT.exec(name) ?? [];
  return table !== undefined && point !== undefined ? [table, point, ...(part?.split(".") ?? [])] : name.split(".");
}

/** The map under a key; an empty one when something else stands there. */
export function treeAt(tree: Tree, key: string): Tree {
  const value = tree[key];
  return isTree(value) ? value : {};
}

/** The value that a path leads to; undefined when it leads nowhere. */
export function valueAt(tree: Json | undefined, path: readonly string[]): Json | undefined {
  let value = tree;
  for (const key of path) {
    value = isTree(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

/** Write a value, with the maps that lead to it; or remove it, with the maps that it leaves empty. */
export function put(tree: Tree, path: readonly string[], value: Json | undefined): void {
  const [key, ...rest] = path;
  if (key === undefined) {
    return;
  }
  if (rest.length === 0) {
    if (value === undefined) {
      delete tree[key];
    } else {
      tree[key] = value;
    }
    return;
  }
  const inner = treeAt(tree, key);
  put(inner, rest, value);
  if (value !== undefined || Object.keys(inner).length > 0) {
    tree[key] = inner;
  } else {
    delete tree[key];
  }
}

/** Whether a value is one, or holds one at any depth. */
export function hasLeaf(value: Json | undefined): boolean {
  return isTree(value) ? Object.values(value).some(hasLeaf) : value !== undefined;
}
