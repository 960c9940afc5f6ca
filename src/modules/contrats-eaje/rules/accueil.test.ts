import { describe, expect, test } from 'vitest';
import type { EtablissementOuvert } from '#modules/eaje/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { listAutorisationsTraversees, listRemarques, listSurnombresDuJour } from './accueil.ts';

const etab: EtablissementOuvert = {
  id: 'creche',
  uniteId: 'unite',
  nom: 'Crèche d’essai',
  code: 'C',
  territoireId: null,
  territoire: null,
  methode: 'UN_POUR_SIX',
  agregation: 'ETABLISSEMENT',
  ouvre: 450,
  ferme: 1110,
  jours: [1, 2, 3, 4, 5],
  autorisations: [
    {
      du: jourCivil('2020-01-01'),
      au: null,
      places: 10,
      modulations: [{ jours: [3], debut: 450, fin: 510, places: 4 }],
    },
  ],
  fermetures: [],
  qpv: false,
  fournitTout: true,
};
const semaine = [510, 1050, 510, 1050, 510, 1050, 510, 1050, 510, 1050, 0, 0, 0, 0];
const du = jourCivil('2026-03-02');
const propose = { du, au: null, semaine, neLe: jourCivil('2025-03-01') };
/** Dix places jusqu'à 8 h 30, soixante ensuite. */
const buildModulee = (): EtablissementOuvert => ({
  ...etab,
  autorisations: [
    {
      du: jourCivil('2020-01-01'),
      au: null,
      places: 60,
      modulations: [{ jours: [1, 2, 3, 4, 5], debut: 450, fin: 510, places: 10 }],
    },
  ],
});
const buildVoisins = (nombre: number, plus = {}) =>
  Array.from({ length: nombre }, () => ({ du: jourCivil('2026-01-01'), au: null, semaine, ...plus }));

describe('Les enfants attendus au même moment ne dépassent pas 115 % des places (CSP R2324-27)', () => {
  test('dix places : onze passent, douze avertissent, treize sont refusés', () => {
    expect(listRemarques(propose, etab, buildVoisins(10))).toEqual([]);
    expect(listRemarques(propose, etab, buildVoisins(11)).map(({ bloque }) => bloque)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    const refus = listRemarques(propose, etab, buildVoisins(12));
    expect(refus[0]).toMatchObject({
      bloque: true,
      champ: 'debut.1',
      motif: expect.stringContaining('13 enfants attendus le lundi à 8 h 30 pour 10 places'),
    });
  });

  test('la capacité est celle du quart d’heure : moins de places tôt le mercredi', () => {
    const tot = semaine.with(4, 450);
    const refus = listRemarques({ ...propose, semaine: tot }, etab, buildVoisins(5, { semaine: tot }));
    expect(refus).toMatchObject([{ champ: 'debut.3', bloque: true }]);
  });

  test('un contrat qui commence ensuite compte à partir de son premier jour', () => {
    const voisins = [...buildVoisins(10), ...buildVoisins(2, { du: jourCivil('2026-09-01') })];
    expect(listRemarques(propose, etab, voisins)[0]?.motif).toContain('à partir du 07/09/2026');
    expect(listRemarques({ ...propose, au: jourCivil('2026-08-31') }, etab, voisins)).toEqual([]);
  });
});

describe('Chaque quart d’heure est jugé, le jour où l’enfant vient (CSP R2324-27)', () => {
  const lundi = (debut: number, fin: number) => [debut, fin, ...Array.from({ length: 12 }, () => 0)];

  test('dix places à 7 h 30, soixante ensuite : douze enfants tôt avertissent, soixante-dix ensuite refusent, avec ou sans l’heure du matin', () => {
    const voisins = [
      ...buildVoisins(58, { semaine: lundi(540, 1020) }),
      ...buildVoisins(11, { semaine: lundi(450, 1020) }),
    ];
    const lire = (debut: number) =>
      listRemarques({ ...propose, semaine: lundi(debut, 1020) }, buildModulee(), voisins).map(({ bloque }) => bloque);
    expect([lire(450), lire(540)]).toEqual([[true], [true]]);
    const matin = { ...propose, semaine: lundi(450, 510) };
    expect(listRemarques(matin, buildModulee(), voisins).map(({ bloque }) => bloque)).toEqual([false]);
  });

  test('la crèche fermée au début : les voisins partis avant qu’elle rouvre ne comptent pas', () => {
    const fermetures = [
      { du: jourCivil('2026-08-03'), au: jourCivil('2026-08-28'), motif: 'CONGES' as const, libelle: '' },
    ];
    const voisins = buildVoisins(12, { au: jourCivil('2026-07-31') });
    const arrivee = { ...propose, du: jourCivil('2026-07-31') };
    const lire = (contrat: typeof propose) => listRemarques(contrat, { ...etab, fermetures }, voisins);
    expect(lire(arrivee).map(({ champ }) => champ)).toEqual(['debut.5']);
    expect(lire({ ...arrivee, semaine: lundi(510, 1050) })).toEqual([]);
  });

  test('un jour que le contrat n’atteint pas ne compte pas', () => {
    const court = { ...propose, au: jourCivil('2026-03-04') };
    const champs = listRemarques(court, etab, buildVoisins(12)).map(({ champ }) => champ);
    expect(champs).toEqual(['debut.1', 'debut.2', 'debut.3']);
  });
});

describe('Chaque autorisation que le contrat traverse est jugée (CSP R2324-27, CAP-03, CAP-05)', () => {
  const segment = (de: string, au: string | null, places: number) => ({
    ...{ du: jourCivil(de), au: au === null ? null : jourCivil(au), places, modulations: [] },
  });
  const avec = (...autorisations: ReturnType<typeof segment>[]): EtablissementOuvert => ({ ...etab, autorisations });
  const dite = (etablissement: EtablissementOuvert, voisins: number, contrat: object = {}) =>
    listRemarques({ ...propose, ...contrat }, etablissement, buildVoisins(voisins)).map(({ motif, bloque }) => ({
      ...{ motif, bloque },
    }));
  const reduite = avec(segment('2020-01-01', '2026-08-31', 20), segment('2026-09-01', null, 10));

  test('réduite de vingt à dix places : onze enfants passent, douze et treize avertissent, à la date, sans refuser', () => {
    expect(dite(reduite, 10)).toEqual([]);
    const depuis = 'À partir du 1er septembre 2026, l’autorisation est de 10 places (CAP-05) :';
    expect(dite(reduite, 11)).toEqual([
      {
        motif: `${depuis} 12 enfants attendus le lundi à 8 h 30 pour 10 places : au-dessus de 11 enfants, l’arrondi de 115 % est à confirmer auprès de la PMI.`,
        bloque: false,
      },
    ]);
    expect(dite(reduite, 12)).toEqual([
      {
        motif: `${depuis} 13 enfants attendus le lundi à 8 h 30 pour 10 places : au-dessus de 115 %, 12 enfants au plus.`,
        bloque: false,
      },
    ]);
  });

  test('le contrat finit la veille : rien ; le jour même, s’il y vient : dit', () => {
    expect(dite(reduite, 12, { au: jourCivil('2026-08-31') })).toEqual([]);
    expect(dite(reduite, 12, { au: jourCivil('2026-09-01') })).toHaveLength(1);
  });

  test('les voisins partis avant la baisse ne comptent pas', () => {
    const partent = buildVoisins(12, { au: jourCivil('2026-08-31') });
    expect(listRemarques(propose, reduite, partent)).toEqual([]);
  });

  test('deux baisses : chacune se dit ; une hausse suffisante se tait', () => {
    const deux = avec(
      ...[segment('2020-01-01', '2026-08-31', 20), segment('2026-09-01', '2026-12-31', 12)],
      segment('2027-01-01', null, 10),
    );
    const lues = dite(deux, 14, { au: jourCivil('2027-06-30') }).map(({ motif }) => motif.split(',')[0]);
    expect(lues).toEqual(['À partir du 1er septembre 2026', 'À partir du 1er janvier 2027']);
    expect(dite(avec(segment('2020-01-01', '2026-08-31', 20), segment('2026-09-01', null, 30)), 19)).toEqual([]);
  });

  test('elle finit sans suite, ou avec un trou : le contrat qui court encore se dit (CAP-03)', () => {
    const finie = avec(segment('2020-01-01', '2026-08-31', 20));
    const attendu = 'À partir du 1er septembre 2026, la crèche n’a plus d’autorisation';
    expect(dite(finie, 0)).toEqual([{ motif: `${attendu} (CAP-03) : ce contrat court encore.`, bloque: false }]);
    expect(dite(finie, 0, { au: jourCivil('2026-08-31') })).toEqual([]);
    const trou = avec(segment('2020-01-01', '2026-08-31', 20), segment('2026-10-01', null, 20));
    expect(dite(trou, 0).map(({ motif }) => motif)).toEqual([
      `${attendu} jusqu’au 1er octobre 2026 (CAP-03) : ce contrat court encore.`,
    ]);
    expect(dite(avec(segment('2020-01-01', '2026-08-31', 20), segment('2026-09-01', null, 20)), 0)).toEqual([]);
  });

  test('sans fin prévue, une autorisation qui finit au-delà de l’année attend ; avec une fin, elle se dit', () => {
    const loin = avec(segment('2020-01-01', '2028-08-31', 20));
    expect(dite(loin, 0)).toEqual([]);
    expect(dite(loin, 0, { au: jourCivil('2028-09-30') })).toHaveLength(1);
  });

  test('signé, le contrat se relit de ce jour : la baisse passée se juge aux enfants d’aujourd’hui, le trou passé se tait', () => {
    const relire = (etablissement: EtablissementOuvert, voisins: number, jour: string) =>
      listAutorisationsTraversees(propose, etablissement, buildVoisins(voisins), jourCivil(jour)).map(
        ({ motif }) => motif.split(':')[0],
      );
    expect(relire(reduite, 12, '2026-11-23')).toEqual([
      'Depuis le 1er septembre 2026, l’autorisation est de 10 places (CAP-05) ',
    ]);
    expect(relire(reduite, 10, '2026-11-23')).toEqual([]);
    const trou = avec(segment('2020-01-01', '2026-08-31', 20), segment('2026-10-01', null, 20));
    expect(relire(trou, 0, '2026-09-15')).toHaveLength(1);
    expect(relire(trou, 0, '2026-10-01')).toEqual([]);
  });
});

describe('Une réservation se compte sur son jour (CSP R2324-27, CAP-05)', () => {
  const reserve = { jour: jourCivil('2026-11-23'), debut: 540, fin: 720 };
  const buildAttendus = (nombre: number) => Array.from({ length: nombre }, () => ({ debut: 510, fin: 1050 }));
  test('dix places : la dixième passe, la onzième est permise, la douzième à confirmer auprès de la PMI, la treizième refusée', () => {
    const lire = (nombre: number) => listSurnombresDuJour(reserve, etab, buildAttendus(nombre))[0];
    const quand = (nombre: number) => `${nombre} enfants attendus à 9 h pour 10 places : `;
    expect(lire(9)).toBeUndefined();
    expect(lire(10)).toMatchObject({
      motif: `${quand(11)}en surnombre, permis jusqu’à 115 %, soit 11 enfants.`,
      textes: [{ article: 'R2324-27', confiance: 'verifie' }],
      bloque: false,
    });
    expect(lire(11)).toMatchObject({
      motif: `${quand(12)}au-dessus de 11 enfants, l’arrondi de 115 % est à confirmer auprès de la PMI.`,
      textes: [{ article: 'R2324-27', confiance: 'a-confirmer' }],
      bloque: false,
    });
    expect(lire(12)).toMatchObject({
      motif: `${quand(13)}au-dessus de 115 %, 12 enfants au plus.`,
      textes: [{ confiance: 'verifie' }],
      bloque: true,
    });
  });
  test('un palier modulé averti le matin ne masque pas un dépassement refusé à midi', () => {
    const modulee = buildModulee();
    const attendus = [...buildAttendus(69), ...Array.from({ length: 11 }, () => ({ debut: 450, fin: 480 }))];
    const jour = { jour: reserve.jour, debut: 450, fin: 600 };
    expect(listSurnombresDuJour(jour, modulee, attendus)[0]).toMatchObject({
      bloque: true,
      motif: expect.stringContaining('70 enfants attendus à 8 h 30 pour 60 places'),
    });
  });
  test('aucune place, une modulation les ferme toutes : un seul enfant est refusé ; hors de l’ouverture, rien n’est compté', () => {
    const fermee = {
      ...etab,
      autorisations: etab.autorisations.map((autorisation) => ({
        ...autorisation,
        modulations: [{ jours: [1, 2, 3, 4, 5], debut: 450, fin: 1110, places: 0 }],
      })),
    };
    expect(listSurnombresDuJour(reserve, fermee, [])[0]).toMatchObject({
      motif: '1 enfant attendu à 9 h pour 0 place : au-dessus de 115 %, 0 enfant au plus.',
      bloque: true,
    });
    expect(listSurnombresDuJour({ ...reserve, debut: 0, fin: 60 }, fermee, [])).toEqual([]);
    expect(listSurnombresDuJour(reserve, { ...fermee, autorisations: [] }, [])).toEqual([]);
  });
  test('qui part avant ne compte pas', () => {
    const partis = buildAttendus(12).map((plage) => ({ ...plage, fin: 540 }));
    expect(listSurnombresDuJour(reserve, etab, partis)).toEqual([]);
  });
});

describe('Un contrat se tient dans la vie de l’enfant et l’ouverture de la crèche', () => {
  test('commence au plus tôt à la naissance ; six ans passés, il avertit, sous un texte à confirmer (CSP L2324-1)', () => {
    const premier = (plus: object) => listRemarques({ ...propose, ...plus }, etab, [])[0];
    expect(premier({ neLe: jourCivil('2026-03-02') })).toBeUndefined();
    expect(premier({ neLe: jourCivil('2026-03-03') })).toMatchObject({ champ: 'du', bloque: true });
    expect(premier({ neLe: jourCivil('2020-03-03') })).toBeUndefined();
    expect(premier({ neLe: jourCivil('2020-03-02') })).toMatchObject({
      champ: 'du',
      bloque: false,
      textes: [{ article: 'L2324-1', confiance: 'a-confirmer' }],
    });
    expect(premier({ neLe: jourCivil('2021-03-01'), au: jourCivil('2027-03-01') })).toMatchObject({
      champ: 'au',
      bloque: false,
    });
  });

  test('hors des heures d’ouverture, il avertit ; un jour où elle n’ouvre pas, il est refusé', () => {
    expect(listRemarques({ ...propose, semaine: semaine.with(0, 435).with(1, 1125) }, etab, [])).toMatchObject([
      { champ: 'debut.1', bloque: false },
      { champ: 'fin.1', bloque: false },
    ]);
    expect(listRemarques({ ...propose, semaine: semaine.with(10, 510).with(11, 720) }, etab, [])[0]).toMatchObject({
      champ: 'debut.6',
      bloque: true,
    });
  });
});
