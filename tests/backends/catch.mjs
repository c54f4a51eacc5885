/**
 * @file Takes every mail by SMTP, keeps it in memory, and shows it over HTTP to the tests:
 *
 *   GET /messages?to=ada@host.example   [{ from, to, subject, text, html, links, headers, raw, encrypted, at }],
 *                                       oldest first; without `to`, all of them
 *   DELETE /messages                    forgets them
 *
 * SMTP_PORT and HTTP_PORT say where (0: any that is free); STARTTLS=1 offers encryption, with the library's own
 * certificate. Both listen on 127.0.0.1. Prints where, as one line of JSON, once they do.
 */

import { once } from 'node:events';
import { createServer } from 'node:http';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const host = '127.0.0.1';
let messages = [];

/** What stands in a mail, and what its envelope said. */
async function read(stream, session) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  const raw = Buffer.concat(parts);
  const mail = await simpleParser(raw);
  const found = `${mail.text ?? ''}\n${mail.html || ''}`.match(/https?:\/\/[^\s"'<>)\]]+/g) ?? [];
  return {
    from: session.envelope.mailFrom.address,
    to: session.envelope.rcptTo.map(({ address }) => address),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || null,
    links: [...new Set(found)].map((url) => url.replaceAll('&amp;', '&')),
    headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()])),
    raw: raw.toString(),
    encrypted: session.secure,
    at: new Date().toISOString(),
  };
}

const smtp = new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: process.env.STARTTLS === '1' ? [] : ['STARTTLS'],
  onAuth: ({ username }, _, done) => done(null, { user: username ?? 'anybody' }),
  onData: (stream, session, done) =>
    read(stream, session).then((message) => {
      messages.push(message);
      done();
    }, done),
});
smtp.on('error', ({ message }) => console.error(message)); // a client that hangs up is no reason to end

const http = createServer(({ method, url }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://catch');
  const to = searchParams.get('to');
  response.setHeader('content-type', 'application/json');
  if (pathname !== '/messages') response.statusCode = 404;
  else if (method === 'DELETE') messages = [];
  const shown = response.statusCode === 404 ? [] : messages.filter((message) => !to || message.to.includes(to));
  response.end(JSON.stringify(shown, null, 2));
});

const { SMTP_PORT, HTTP_PORT } = process.env;
const listening = [smtp.listen(Number(SMTP_PORT ?? 0), host), http.listen(Number(HTTP_PORT ?? 0), host)];
await Promise.all(listening.map((server) => server.listening || once(server, 'listening')));
const [smtpPort, httpPort] = listening.map((server) => server.address().port);
console.log(JSON.stringify({ url: `http://${host}:${httpPort}`, smtp: `${host}:${smtpPort}` }));
