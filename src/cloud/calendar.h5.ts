import type { Entry } from './calendar';

const hourMs = 3_600_000;
/** RFC 5545: `20261124T010000Z`. */
const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
const escaped = (text: string): string => text.replace(/[\\;,]/g, (one) => `\\${one}`).replace(/\n/g, '\\n');

export function addToCalendar({ title, at, place }: Entry): Promise<string | undefined> {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//linli-daiban//ZH',
    'BEGIN:VEVENT',
    `UID:${at}@linli-daiban`,
    `DTSTAMP:${stamp(Date.now())}`,
    `DTSTART:${stamp(at)}`,
    `DTEND:${stamp(at + hourMs)}`,
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([lines.join('\r\n')], { type: 'text/calendar' }));
  anchor.download = '约好的时间.ics';
  anchor.click();
  return Promise.resolve(undefined);
}
