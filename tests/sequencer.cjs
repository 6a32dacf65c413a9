const { default: Sequencer } = require('@jest/test-sequencer');

/** The measures take longest and come first, so that the cores are busy to the end also where no run has been timed before. */
module.exports = class extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => path.includes('/measures-');
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
