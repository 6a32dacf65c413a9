// Read by Taro's build alone; jest has its own presets.
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] };
