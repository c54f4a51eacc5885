// Listens for Waline, which is a handler of requests and no more: node waline-server.cjs FOLDER, where npm put it.
const { createServer } = require('node:http');
const main = require(require.resolve('@waline/vercel', { paths: [process.argv[2]] }));

createServer(main({ env: 'vercel' })).listen(Number(process.env.PORT), '127.0.0.1');
