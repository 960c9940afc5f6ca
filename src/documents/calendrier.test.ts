import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { buildInstantIso } from '#shared/instant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { type EvenementDAgenda, renderCalendrier } from './calendrier.ts';

const EVENEMENT: EvenementDAgenda = {
  uid: 'a@marelle',
  sequence: 2,
  modifieLe: '2026-11-20T09:15:00Z',
  quand: '2026-11-21',
  titre: 'Transmettre le rapport, L. M.',
  annule: false,
};

function renderUn(evenement: Partial<EvenementDAgenda>) {
  return renderCalendrier({
    nom: 'Marelle',
    rafraichirMinutes: 60,
    evenements: [{ ...EVENEMENT, ...evenement }],
  });
}

function readUn(texte: string) {
  const calendrier = new ICAL.Component(ICAL.parse(texte));
  const [evenement, ...autres] = calendrier.getAllSubcomponents('vevent');
  if (!evenement || autres.length > 0) throw new Error('un évènement, pas plus');
  return { calendrier, evenement, lu: new ICAL.Event(evenement) };
}

test('un calendrier se publie en entier et dit quand le relire', () => {
  const { calendrier } = readUn(renderUn({}));
  expect(calendrier.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(calendrier.getFirstPropertyValue('version')).toBe('2.0');
  expect(String(calendrier.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
  expect(calendrier.getFirstPropertyValue('x-published-ttl')).toBe('PT1H');
});

test('un jour entier est une date sans heure, quel que soit le fuseau du serveur', () => {
  const fuseau = process.env.TZ;
  try {
    for (const tz of ['UTC', 'Europe/Paris', 'Pacific/Auckland', 'America/Martinique', 'Indian/Reunion']) {
      process.env.TZ = tz;
      const texte = renderUn({});
      expect(texte).toContain('DTSTART;VALUE=DATE:20261121\r\n');
      expect(readUn(texte).lu.startDate.toString()).toBe('2026-11-21');
    }
  } finally {
    if (fuseau === undefined) delete process.env.TZ;
    else process.env.TZ = fuseau;
  }
});

test('un instant s’écrit en temps universel : avant, pendant et après les changements d’heure de mars et d’octobre', () => {
  const debut = (quand: string) => /DTSTART:(\w+)/.exec(renderUn({ quand }))?.[1];
  expect(debut('2026-03-29T01:59:00+01:00')).toBe('20260329T005900Z');
  expect(debut('2026-03-29T03:00:00+02:00')).toBe('20260329T010000Z');
  expect(debut('2026-10-25T02:30:00+02:00')).toBe('20261025T003000Z');
  expect(debut('2026-10-25T02:30:00+01:00')).toBe('20261025T013000Z');
  // 2 h 30 n'existe pas le 29 mars, et existe deux fois le 25 octobre.
  expect(debut(buildInstantIso(jourCivil('2026-03-29'), '02:30'))).toBe('20260329T013000Z');
  expect(debut(buildInstantIso(jourCivil('2026-10-25'), '02:30'))).toBe('20261025T003000Z');
  expect(
    readUn(renderUn({ quand: '2026-10-25T02:30:00+01:00' }))
      .lu.startDate.toJSDate()
      .toISOString(),
  ).toBe('2026-10-25T01:30:00.000Z');
});

test('l’identité, le rang et la date de changement sont ceux que l’on donne ; deux rendus sont les mêmes octets', () => {
  const { lu, evenement } = readUn(renderUn({}));
  expect([lu.uid, lu.sequence]).toEqual(['a@marelle', 2]);
  expect(String(evenement.getFirstPropertyValue('last-modified'))).toBe('2026-11-20T09:15:00Z');
  expect(String(evenement.getFirstPropertyValue('dtstamp'))).toBe('2026-11-20T09:15:00Z');
  expect(evenement.getFirstPropertyValue('status')).toBe('CONFIRMED');
  expect(renderUn({})).toBe(renderUn({}));
});

test('un évènement annulé le dit et garde son identité', () => {
  const { lu, evenement } = readUn(renderUn({ annule: true, sequence: 3 }));
  expect([lu.uid, lu.sequence, evenement.getFirstPropertyValue('status')]).toEqual(['a@marelle', 3, 'CANCELLED']);
});

test('virgules, points-virgules, barres et retours à la ligne se relisent tels quels', () => {
  const titre = 'Réunion ; L. M., C:\\dossier « été »';
  const detail = 'Première ligne,\nseconde ; fin\\';
  const { lu } = readUn(renderUn({ titre, detail, lien: 'https://marelle.example/enfants/1?a=1,2' }));
  expect([lu.summary, lu.description]).toEqual([titre, detail]);
});

test('aucune ligne ne dépasse 75 octets, toutes finissent par CRLF, et le texte plié se relit entier', () => {
  const titre = 'Établir le projet pour l’enfant 👧 déjà très attendu, '.repeat(6).trim();
  const texte = renderUn({ titre });
  expect(texte.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(texte.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const longueurs = texte.split('\r\n').map((ligne) => Buffer.byteLength(ligne));
  expect(Math.max(...longueurs)).toBeLessThanOrEqual(75);
  expect(readUn(texte).lu.summary).toBe(titre);
});

test('un texte ne peut pas glisser une propriété de plus dans le calendrier', () => {
  const { calendrier } = readUn(renderUn({ titre: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:autre' }));
  expect(calendrier.getAllSubcomponents('vevent')).toHaveLength(1);
});
