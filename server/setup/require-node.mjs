// Imported before everything else, and written for old Nodes too, so that they can say what is wrong.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`✗ Node 20.19 or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}
