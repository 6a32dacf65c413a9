// A file that asks for jest's own environment has a local cloud of its own. With `.ts`: without it the name leads back here.
module.exports = globalThis.warmCloud ?? require('../../demo/cloud.ts');
