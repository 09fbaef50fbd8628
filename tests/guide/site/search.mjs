// Runs the site's own search, as the browser runs it in a worker, over many questions: first places to stdout.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { createContext, runInContext } from "node:vm"

const [site, worker] = process.argv.slice(2)
const heard = []
const answers = []
const context = createContext({
  console,
  addEventListener: (_, listener) => heard.push(listener),
  postMessage: message => answers.push(message),
  importScripts: (...paths) => paths.forEach(path => run(join(worker, "..", path))),
})
context.self = context
const run = path => runInContext(readFileSync(path, "utf-8"), context, { filename: path })
const tell = async message => {
  for (const listener of heard) await listener({ data: message })
  return answers.pop().data
}

run(worker)
const index = JSON.parse(readFileSync(join(site, "search/search_index.json"), "utf-8"))
await tell({ type: 0, data: { ...index, options: { suggest: false } } })
const found = {}
for (const query of JSON.parse(readFileSync(0, "utf-8"))) {
  const { items } = await tell({ type: 2, data: query })
  found[query] = items.map(item => item.find(each => !each.location.includes("#"))?.location ?? item[0].location)
}
console.log(JSON.stringify(found))
