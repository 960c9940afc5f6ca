import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { actQueDoitOn, buildDepart } from './acte.server.ts';

const AUJOURDHUI = jourCivil('2026-11-21');

function act(champs: Record<string, string>) {
  const formulaire = new FormData();
  for (const [nom, valeur] of Object.entries(champs)) formulaire.set(nom, valeur);
  return actQueDoitOn(formulaire, AUJOURDHUI);
}

const deuxFaits = {
  naissance: '14/05/2016',
  aujourdhui: '21/11/2026',
  zone: 'metropole',
  'fait-1-type': 'decision',
  'fait-1-date': '10 sept. 2026',
  'fait-1-mesure': 'm1',
  'fait-1-code': 'PLACEMENT_ASE',
  'fait-1-dureeMois': '12',
  'fait-1-sansAudition': 'non',
  'fait-2-type': 'avis-parquet',
  'fait-2-date': '11/09/2026',
  'fait-2-heure': '14h30',
};

describe('que doit-on, et quand ?', () => {
  it('s’ouvre vide, au jour d’aujourd’hui', () => {
    expect(buildDepart(AUJOURDHUI)).toMatchObject({
      saisie: { naissance: '', aujourdhui: '2026-11-21', faits: [] },
      reponse: null,
      erreurs: {},
    });
  });

  it('lit ce que l’on tape comme on le tape, et rend le dossier que lirait la commande', () => {
    const { erreurs, json, reponse } = act({ ...deuxFaits, zone: 'alsace-moselle', geste: 'calculer' });
    expect(erreurs).toEqual({});
    expect(JSON.parse(json)).toEqual({
      aujourdhui: '2026-11-21',
      enfant: { dateNaissance: '2016-05-14' },
      zone: 'alsace-moselle',
      faits: [
        {
          type: 'decision',
          date: '2026-09-10',
          mesure: 'm1',
          code: 'PLACEMENT_ASE',
          dureeMois: 12,
          sansAudition: false,
        },
        { type: 'avis-parquet', date: '2026-09-11T14:30:00+02:00' },
      ],
    });
    expect(reponse?.groupes[0]?.titre).toBe('À faire');
  });

  it('ajouter un fait garde tout ce qui est tapé ; en retirer un ne déplace pas les valeurs des autres', () => {
    const apresAjout = act({ ...deuxFaits, geste: 'ajouter', nouveau: 'demande' });
    expect(apresAjout.saisie.faits.map(({ type }) => type)).toEqual(['decision', 'avis-parquet', 'demande']);
    expect(apresAjout.saisie).toMatchObject({
      naissance: '14/05/2016',
      faits: [{ valeurs: { date: '10 sept. 2026' } }, {}, {}],
    });
    const apresRetrait = act({ ...deuxFaits, geste: 'retirer-1' });
    expect(apresRetrait.saisie.faits).toMatchObject([{ type: 'avis-parquet', valeurs: { heure: '14h30' } }]);
    expect(apresRetrait.faits).toMatchObject([{ rang: 1, titre: 'Le procureur est avisé' }]);
  });

  it('ajouter sans choisir le dit au champ, et ne perd rien', () => {
    const vue = act({ ...deuxFaits, geste: 'ajouter', nouveau: '' });
    expect(vue.erreurs).toEqual({ nouveau: 'Choisissez ce qui s’est passé.' });
    expect(vue.saisie.faits).toHaveLength(2);
  });

  it('chaque faute est dite en français à son champ', () => {
    const { erreurs, reponse } = act({
      ...deuxFaits,
      naissance: '31/02/2016',
      aujourdhui: 'demain',
      zone: '99',
      'fait-1-code': '',
      'fait-1-date': '',
      'fait-1-dureeMois': 'un an',
      'fait-2-heure': '25h',
      geste: 'calculer',
    });
    expect(reponse).toBeNull();
    expect(erreurs).toEqual({
      naissance: expect.stringContaining('n’existe pas'),
      aujourdhui: 'Écrivez la date comme 21/11/2026.',
      'fait-1-date': 'Indiquez une date, comme 21/11/2026.',
      'fait-1-code': 'Choisissez une valeur.',
      'fait-1-dureeMois': 'Indiquez un nombre.',
      'fait-2-heure': 'Écrivez l’heure comme 14 h 30.',
      zone: expect.stringContaining('La zone est'),
    });
  });

  it('un délai en heures se lit avec son heure ; le résumé compte, au singulier comme au pluriel', () => {
    const { reponse } = act({ exemple: 'placement-provisoire-du-parquet' });
    const lignes = reponse?.groupes.flatMap(({ obligations }) => obligations) ?? [];
    expect(lignes.find(({ regle }) => regle === 'MES-010')).toMatchObject({
      quand: '22/11/2026 à 17 h 00',
      ton: 'accent',
    });
    expect(reponse?.resume).toMatch(
      /\d+ en retard, \d+ aujourd’hui, \d+ à venir, (?:[01] faite|\d+ faites), \d+ sans objet/,
    );
  });

  it('un exemple remplit l’écran et se calcule aussitôt', () => {
    for (const { nom } of buildDepart(AUJOURDHUI).exemples) {
      const { erreurs, reponse, faits } = act({ ...deuxFaits, exemple: nom });
      expect({ nom, erreurs }).toEqual({ nom, erreurs: {} });
      expect(faits.length).toBeGreaterThan(0);
      expect(reponse).not.toBeNull();
    }
  });
});
