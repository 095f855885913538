'use strict';
// An SMSC of node-smpp: what reaches it is told as one line of JSON each, what it shall do comes as one line of JSON each.
//
//   node smsc.js [--system-id S] [--password P] [--ids decimal|hex] [--receipts none|text|tlv|data] [--asks milliseconds] [--alphabet ASCII|LATIN1]
//                [--handsets JSON]
//
// Every line has its moment in milliseconds since 1970 (at). The texts told are those of node-smpp's own decoder, segments joined in their order.
// --handsets says what handsets do by the last digit of their number, for example {"1":{"reply":"OUI"},"7":{"state":"EXPIRED"}}: they answer their first text
// once, half a second after it.

const readline = require('node:readline');
const { parseArgs } = require('node:util');
const smpp = require('smpp');

const { values: rules } = parseArgs({
  options: {
    'system-id': { type: 'string', default: 'mairie' },
    password: { type: 'string', default: 'secret' },
    ids: { type: 'string', default: 'decimal' },
    receipts: { type: 'string', default: 'none' },
    asks: { type: 'string', default: '0' },
    alphabet: { type: 'string', default: 'ASCII' },
    handsets: { type: 'string', default: '{}' },
  },
});
smpp.encodings.default = rules.alphabet;
const idBase = rules.ids === 'hex' ? 16 : 10;
const handsets = JSON.parse(rules.handsets);
const states = { ENROUTE: 1, DELIVRD: 2, EXPIRED: 3, DELETED: 4, UNDELIV: 5, ACCEPTD: 6, UNKNOWN: 7, REJECTD: 8 };

const sessions = new Set();
const messages = new Map();
const waiting = new Map();
const answered = new Set();
let nextId = 255;
let throttled = 0;
let muted = false;

function tell(event, facts) {
  process.stdout.write(JSON.stringify({ event, at: Date.now(), ...facts }) + '\n');
}

// The element of a user data header that tells the place of a segment: 0 has an 8-bit reference, 8 one of 16 bits.
function partOf(pdu) {
  for (const element of (pdu.short_message && pdu.short_message.udh) || []) {
    if (element[0] === 0) return { by: 'udh8', reference: element[2], total: element[3], number: element[4] };
    if (element[0] === 8) return { by: 'udh16', reference: element.readUInt16BE(2), total: element[4], number: element[5] };
  }
  if (pdu.sar_total_segments) {
    return { by: 'sar', reference: pdu.sar_msg_ref_num, total: pdu.sar_total_segments, number: pdu.sar_segment_seqnum };
  }
  return null;
}

function textOf(pdu) {
  const content = pdu.message_payload || pdu.short_message;
  return typeof content.message === 'string' ? content.message : '';
}

function join(pdu, text, part) {
  if (!part) return { text, parts: 1 };
  const key = [pdu.destination_addr, part.reference, part.total].join('/');
  const texts = waiting.get(key) || new Map();
  waiting.set(key, texts.set(part.number, text));
  if (texts.size < part.total) return null;
  waiting.delete(key);
  return { text: [...texts.entries()].sort((a, b) => a[0] - b[0]).map((entry) => entry[1]).join(''), parts: part.total };
}

function receiver() {
  return [...sessions].find((session) => session.mode !== 'bind_transmitter');
}

// Receipts write the id in decimal whatever the response had, as many SMSCs do.
function sendReceipt(id, state, form, error = '000') {
  const message = messages.get(id);
  const date = '2603290230';
  const text = `id:${String(message.number).padStart(10, '0')} sub:001 dlvrd:001 submit date:${date} done date:${date} stat:${state} err:${error} text:`;
  const common = {
    source_addr: message.to, source_addr_ton: 1, source_addr_npi: 1, destination_addr: message.from, esm_class: 4, data_coding: 0,
  };
  const tlvs = { receipted_message_id: id, message_state: states[state] };
  const told = (pdu) => tell('receipt', { id, state, form, status: pdu.command_status });
  if (form === 'data') receiver().data_sm({ ...common, ...tlvs }, told);
  else if (form === 'tlv') receiver().deliver_sm({ ...common, ...tlvs, short_message: '' }, told);
  else receiver().deliver_sm({ ...common, short_message: text }, told);
}

function sendReply(from, to, text, coding) {
  tell('reply', { from, text });
  receiver().deliver_sm(
    { source_addr: from, source_addr_ton: 1, source_addr_npi: 1, destination_addr: to, data_coding: coding || 0, short_message: text },
    (pdu) => tell('replied', { from, text, status: pdu.command_status }),
  );
}

function answer(handset, from, to) {
  if (!handset.reply || answered.has(from)) return;
  answered.add(from);
  setTimeout(() => sendReply(from, to, handset.reply), 500);
}

function submit(session, pdu) {
  const text = textOf(pdu);
  const part = partOf(pdu);
  const refused = throttled > 0;
  if (refused) throttled--;
  const number = ++nextId;
  const id = number.toString(idBase).toUpperCase();
  tell('submit', {
    id, from: pdu.source_addr, to: pdu.destination_addr, text, part, coding: pdu.data_coding, esm: pdu.esm_class, receipt: pdu.registered_delivery,
    priority: pdu.priority_flag, payload: Boolean(pdu.message_payload), refused, answered: !muted,
  });
  if (muted) return;
  if (refused) {
    session.send(pdu.response({ command_status: smpp.ESME_RTHROTTLED }));
    return;
  }
  messages.set(id, { number, from: pdu.source_addr, to: pdu.destination_addr });
  session.send(pdu.response({ message_id: id }));
  const handset = handsets[pdu.destination_addr.slice(-1)] || {};
  const whole = join(pdu, text, part);
  if (whole && !handset.state) {
    tell('text', { id, to: pdu.destination_addr, ...whole });
    answer(handset, pdu.destination_addr, pdu.source_addr);
  }
  if (pdu.registered_delivery & 1 && rules.receipts !== 'none') sendReceipt(id, handset.state || 'DELIVRD', rules.receipts, handset.error);
}

function bind(session, pdu) {
  const right = pdu.system_id === rules['system-id'] && pdu.password === rules.password;
  tell('bind', { mode: pdu.command, accepted: right, version: pdu.interface_version, system: pdu.system_type });
  if (!right) {
    session.send(pdu.response({ command_status: smpp.ESME_RINVPASWD }));
    session.close();
    return;
  }
  session.mode = pdu.command;
  sessions.add(session);
  session.send(pdu.response({ system_id: 'node-smpp' }));
  if (Number(rules.asks) > 0) {
    const asking = setInterval(() => session.enquire_link({}, (answer) => tell('answered', { status: answer.command_status })), Number(rules.asks));
    session.on('close', () => clearInterval(asking));
  }
}

const server = smpp.createServer((session) => {
  session.on('error', (fault) => tell('error', { code: fault.code || fault.message }));
  for (const mode of ['bind_transceiver', 'bind_transmitter', 'bind_receiver']) session.on(mode, (pdu) => bind(session, pdu));
  session.on('submit_sm', (pdu) => submit(session, pdu));
  session.on('enquire_link', (pdu) => {
    tell('enquired', {});
    session.send(pdu.response());
  });
  session.on('unbind', (pdu) => {
    tell('unbind', { mode: session.mode });
    session.send(pdu.response());
    session.close();
  });
  session.on('unknown', (pdu) => tell('unknown', { command: pdu.command_id }));
  session.on('close', () => {
    sessions.delete(session);
    tell('close', { mode: session.mode });
  });
});

const commands = {
  receipt: ({ id, state, form }) => sendReceipt(id, state, form || 'text'),
  reply: ({ from, to, text, coding }) => sendReply(from, to, text, coding),
  throttle: ({ times }) => { throttled = times; },
  cut: () => { for (const session of sessions) session.destroy(); },
  mute: () => { muted = true; },
  unmute: () => { muted = false; },
};

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const command = JSON.parse(line);
  commands[command.do](command);
  tell('done', { do: command.do });
}).on('close', () => process.exit(0));

server.listen(0, '127.0.0.1', () => tell('listening', { port: server.address().port }));
