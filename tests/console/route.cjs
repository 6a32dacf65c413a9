// Sends every https call of this process to the played console, as plain HTTP: names, headers and bodies stay what they are.
// In a child process: `node --require route.cjs`, with CONSOLE_PORT.
const https = require('node:https');
const net = require('node:net');

function routeTo(port) {
  const agent = new https.Agent({ keepAlive: true });
  agent.createConnection = () => net.connect(port, '127.0.0.1');
  https.globalAgent = agent;
  return agent;
}

module.exports = { routeTo };
if (process.env.CONSOLE_PORT) routeTo(Number(process.env.CONSOLE_PORT));
