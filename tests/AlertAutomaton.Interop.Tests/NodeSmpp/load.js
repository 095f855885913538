'use strict';
// A load of node-smpp's client: binds, submits with as many waiting as the window says, answers receipts, and tells what it took.
//
//   node load.js PORT WINDOW WARMUP MESSAGES        prints {"seconds", "cpu", "failed", "receipts"}, cpu in seconds of user and system

const smpp = require('smpp');

const [port, window, warmUp, messages] = process.argv.slice(2).map(Number);
const session = smpp.connect({ host: '127.0.0.1', port }, () => {
  session.socket.setNoDelay(true);
  session.bind_transceiver({ system_id: 'mairie', password: 'secret' }, (bound) => {
    if (bound.command_status !== 0) throw new Error('not bound');
    run(warmUp, () => run(messages, report));
  });
});

let receipts = 0;
session.on('deliver_sm', (pdu) => {
  receipts++;
  session.send(pdu.response());
});

function run(count, done) {
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  const receiptsBefore = receipts;
  let submitted = 0;
  let answered = 0;
  let failed = 0;
  const next = () => {
    if (submitted === count) return;
    submitted++;
    session.submit_sm(
      {
        source_addr: 'MAIRIE', source_addr_ton: 5, destination_addr: '33639980001', dest_addr_ton: 1, dest_addr_npi: 1, registered_delivery: 1,
        data_coding: 0, short_message: 'ALERTE: la riviere deborde. Montez. Repondez 1.',
      },
      (answer) => {
        if (answer.command_status !== 0) failed++;
        answered++;
        if (answered === count) finish();
        else next();
      },
    );
  };
  // The last receipts come with the last responses or right behind them.
  const finish = () => {
    if (receipts - receiptsBefore < count) {
      setImmediate(finish);
      return;
    }
    const used = process.cpuUsage(before);
    done({ seconds: Number(process.hrtime.bigint() - start) / 1e9, cpu: (used.user + used.system) / 1e6, failed, receipts: receipts - receiptsBefore });
  };
  for (let i = 0; i < window; i++) next();
}

function report(figures) {
  process.stdout.write(JSON.stringify(figures) + '\n');
  session.unbind(() => session.close(() => process.exit(0)));
}
