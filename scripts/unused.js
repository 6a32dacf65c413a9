// Stands in for a package that a bundle leaves out: see scripts/bundle.ts.
module.exports = {};
