// A program to be killed: writes payments to the file that it is given, and prints each write once it is acknowledged.
import { writeSync } from 'node:fs';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { aChange, aRecord, revised } from './records.ts';

const store = sqliteStore(process.argv[2]!);
for (;;) {
  let payment = aRecord();
  await store.insert(payment, [], aChange(payment, { publish: true }));
  writeSync(1, `${payment.id} ${payment.revision}\n`);
  for (let change = 0; change < 5; change += 1) {
    payment = revised(payment);
    await store.update(payment, aChange(payment, { publish: true }));
    writeSync(1, `${payment.id} ${payment.revision}\n`);
  }
}
