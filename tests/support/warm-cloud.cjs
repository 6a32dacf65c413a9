module.exports = globalThis.warmCloud ?? require('../../demo/cloud.ts');
