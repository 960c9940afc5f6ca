import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { computeDelaiNaif, listJoursNaifs } from '#tests/support/calendrier-naif.ts';

const LANCEUR = new URL('../../bin/marelle.mjs', import.meta.url).pathname;

/** La commande telle qu'on la tape, sans base ni configuration. */
async function delais(entree: string) {
  const commande = spawn(process.execPath, [LANCEUR, 'delais'], { env: { PATH: process.env.PATH } });
  commande.stdin.end(entree);
  const fin = new Promise<number | null>((resolve) => commande.on('close', resolve));
  const [sortie, erreur, code] = await Promise.all([text(commande.stdout), text(commande.stderr), fin]);
  return { sortie, erreur, code };
}

const bon = { acte: '2024-02-07', delais: [{ valeur: 10, unite: 'jour' }], regime: 'procedure-civile' };

// Chaque essai lance la commande entière.
describe('marelle delais', () => {
  it('rend échéance, terme et étapes de chaque élément, dans l’ordre, CPC 641 et 642', async () => {
    const { sortie, erreur, code } = await delais(
      JSON.stringify([
        { ...bon, zone: 'metropole' },
        { ...bon, acte: '2024-02-07T10:30:00+01:00', delais: [{ valeur: 72, unite: 'heure' }], regime: 'protection' },
      ]),
    );
    expect({ erreur, code }).toEqual({ erreur: '', code: 0 });
    const [premier, second, ...reste] = JSON.parse(sortie);
    expect(reste).toEqual([]);
    expect(Object.keys(premier)).toEqual(['echeance', 'theorique', 'etapes']);
    expect(premier).toMatchObject({ echeance: '2024-02-19', theorique: '2024-02-17' });
    expect(premier.etapes.at(-1)).toContain('Prorogé au lundi 19 février 2024');
    expect(second).toMatchObject({ echeance: '2024-02-10T10:30:00+01:00', theorique: '2024-02-10T10:30:00+01:00' });
    expect(second.etapes.at(-1)).toContain('Pour information');
  });

  it('compte un lot de plusieurs milliers d’éléments sans en perdre ni en déplacer un', async () => {
    const demandes = listJoursNaifs(2006, 2031).map((acte, rang) => ({
      acte,
      delais: [
        { valeur: rang % 4, unite: 'mois' },
        { valeur: rang % 11, unite: 'jour' },
      ],
      regime: ['procedure-civile', 'protection', 'administratif'][rang % 3] as string,
      zone: ['metropole', 'alsace-moselle', '67', '2A', '971', '972', '973', '974', '976'][rang % 9] as string,
    }));
    const { sortie, code } = await delais(JSON.stringify(demandes));
    expect(code).toBe(0);
    const attendus = demandes.map(({ acte, delais: durees, regime, zone }) =>
      computeDelaiNaif(acte, durees, regime, zone),
    );
    const rendus = JSON.parse(sortie).map(({ echeance, theorique }: Record<string, string>) => ({
      echeance,
      theorique,
    }));
    expect(rendus).toEqual(attendus);
  });

  it('un seul élément illisible : rien ne sort, chaque faute est nommée, code 1', async () => {
    const { sortie, erreur, code } = await delais(
      JSON.stringify([
        bon,
        { ...bon, acte: '2023-02-29' },
        { ...bon, delais: [...bon.delais, { valeur: 1.5, unite: 'semaine' }], zone: '99', regime: 'civil', zonne: 1 },
        'trois',
        { ...bon, delais: [{ valeur: 48, unite: 'heure' }] },
      ]),
    );
    expect({ sortie, code }).toEqual({ sortie: '', code: 1 });
    expect(erreur.trim().split('\n')).toEqual([
      "Rien n'est compté :",
      expect.stringContaining("Élément 2, acte : La date de l'acte s'écrit"),
      '  Élément 3, delais 2, valeur : La durée est un nombre entier.',
      "  Élément 3, delais 2, unite : L'unité est an, mois, jour ou heure.",
      '  Élément 3, regime : Le régime est procedure-civile, protection ou administratif.',
      "  Élément 3, zone : « 99 » n'est pas le code INSEE d'un département.",
      '  Élément 3 : Champ inconnu : zonne.',
      expect.stringContaining('Élément 4 : Un délai à compter est un objet'),
      "  Élément 5, acte : Un délai en heures court d'un instant : indiquez l'heure de l'acte.",
    ]);
  });

  it.each([
    ['', "L'entrée est vide"],
    ['[{"acte":}]', "L'entrée n'est pas du JSON lisible"],
    ['[\n  1 2\n]', "L'entrée n'est pas du JSON lisible (ligne 2, colonne 5)"],
    ['{}', "L'entrée est un tableau JSON"],
    ['null', "L'entrée est un tableau JSON"],
  ])('une entrée « %s » est refusée d’une phrase, code 1', async (entree, phrase) => {
    const { sortie, erreur, code } = await delais(entree);
    expect({ sortie, code }).toEqual({ sortie: '', code: 1 });
    expect(erreur).toContain(phrase);
  });

  it('un tableau vide rend un tableau vide ; la marque d’ordre des octets de Windows est acceptée', async () => {
    expect(await delais('\uFEFF[]')).toEqual({ sortie: '[]\n', erreur: '', code: 0 });
  });
});
