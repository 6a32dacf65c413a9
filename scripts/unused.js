// Stands in for a package that a bundle leaves out: see scripts/bundle.ts, config/index.ts.
module.exports = {};
