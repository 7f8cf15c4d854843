// Lets the functions that Cal.com publishes find free times: node calcom.cjs FOLDER, where its package is unpacked beside
// dayjs. The first line of the input is the case; each line after it is how often to search. Each answer is a line: the CPU
// time in nanoseconds and, after the first, all that was found. Of the package, only the files of these functions are run.
'use strict';
const { createInterface } = require('node:readline');
const { createRequire } = require('node:module');
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = process.argv[2];
const fromFolder = createRequire(join(folder, 'x.cjs'));
const dist = join(folder, 'package', 'dist');
const dayjs = fromFolder('dayjs');
for (const plugin of ['utc', 'timezone', 'isBetween', 'minMax', 'toArray', 'duration', 'customParseFormat']) {
  dayjs.extend(fromFolder('dayjs/plugin/' + plugin + '.js'));
}

// Stands for everything else that the files ask for.
const nothing = new Proxy(function () {}, {
  get: (target, name) => (name === 'prototype' ? target.prototype : name === Symbol.toPrimitive ? () => '' : nothing),
  apply: () => nothing,
  construct: () => nothing,
});

function load(pattern, add, known) {
  const file = readdirSync(dist).find((name) => pattern.test(name));
  if (!file) throw new Error('no file ' + pattern + ' in ' + dist);
  const exports = {};
  const find = (name) => (name === 'dayjs' ? dayjs : known.find(([wanted]) => wanted.test(name))?.[1] ?? nothing);
  new Function('require', 'exports', 'module', readFileSync(join(dist, file), 'utf8') + add)(find, exports, { exports });
  return exports;
}

const ranges = load(/^date-ranges-.*\.cjs$/, '', []);
const { getSlots } = load(/^slots\.cjs$/, ';exports.getSlots = getSlots;', [
  [/date-ranges/, ranges],
  [/./, new Proxy({}, { get: (_, name) => (name === 'getTimeZone' ? (date) => date.$x.$timezone : nothing) })],
]);

function search({ zone, from, to, practitioners }) {
  const clock = (hour) => new Date(Date.UTC(1970, 0, 1, hour));
  const availability = [[8, 12], [13, 17]].map(([start, end]) => (
    { days: [1, 2, 3, 4, 5], startTime: clock(start), endTime: clock(end) }));
  const dateFrom = dayjs.utc(from).tz(zone);
  const dateTo = dayjs.utc(to).tz(zone);
  return practitioners.map((taken) => {
    const open = ranges.buildDateRanges({ availability, timeZone: zone, dateFrom, dateTo, travelSchedules: [] });
    const busy = taken.map(([start, end]) => ({ start: dayjs.utc(start), end: dayjs.utc(end) }));
    return getSlots({
      inviteeDate: dateFrom,
      frequency: 30,
      eventLength: 30,
      minimumBookingNotice: Math.floor((from - Date.now()) / 60000),
      dateRanges: ranges.subtract(open.dateRanges, busy),
    }).map((slot) => slot.time.valueOf());
  });
}

let work;
createInterface({ input: process.stdin }).on('line', (line) => {
  if (!work) {
    work = JSON.parse(line);
    console.log('0 ' + JSON.stringify(search(work)));
    return;
  }
  const before = process.cpuUsage();
  for (let left = Number(line); left > 0; left--) search(work);
  const used = process.cpuUsage(before);
  console.log((used.user + used.system) * 1000 + ' ');
});
