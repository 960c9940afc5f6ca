import { describe, expect, it } from 'vitest';
import { buildSchemaJson, computeSimulation, formatFaute, parseDossier } from './simulation.ts';

const decision = { type: 'decision', date: '2026-09-10', mesure: 'm1', code: 'PLACEMENT_ASE' };
const dossier = { aujourdhui: '2026-11-21', enfant: { dateNaissance: '2016-05-14' }, faits: [decision] };

function listFautes(brut: unknown): string[] {
  const lu = parseDossier(brut);
  return lu.ok ? [] : lu.fautes.map(formatFaute);
}

function getDossier(brut: unknown) {
  const lu = parseDossier(brut);
  if (!lu.ok) throw new Error(lu.fautes.map(formatFaute).join('\n'));
  return lu.dossier;
}

describe('un dossier bien écrit', () => {
  it('donne ses faits rangés, la valeur par défaut d’un champ comprise', () => {
    const { faits, zone, aujourdhui, parametres } = getDossier(dossier);
    expect({ zone, aujourdhui, parametres }).toEqual({ zone: 'metropole', aujourdhui: '2026-11-21', parametres: {} });
    expect(faits.get('decision')).toEqual([{ ...decision, instant: null, nature: 'initiale' }]);
  });

  it('une date peut être un instant : le fait est du jour de Paris, et garde l’heure (TPS-01)', () => {
    const { faits } = getDossier({ ...dossier, faits: [{ type: 'avis-parquet', date: '2026-09-10T23:30:00Z' }] });
    expect(faits.get('avis-parquet')).toEqual([
      { type: 'avis-parquet', date: '2026-09-11', instant: '2026-09-10T23:30:00Z' },
    ]);
  });

  it.each([{}, { dateNaissance: null }, { dateNaissance: null, precision: 'declaree' }])(
    'une naissance inconnue n’arrête rien (TPS-08) : %j',
    (enfant) => {
      expect(getDossier({ ...dossier, enfant }).enfant).toEqual({ dateNaissance: null });
    },
  );

  it('la zone est un nom ou le code d’un département', () => {
    expect(getDossier({ ...dossier, zone: '67' }).zone).toBe('alsace-moselle');
    expect(getDossier({ ...dossier, zone: 'mayotte' }).zone).toBe('mayotte');
  });

  it('sans fait, rien n’est dû', () => {
    expect(computeSimulation(getDossier({ ...dossier, faits: [] }))).toEqual([]);
  });
});

describe('un dossier mal écrit : toutes les fautes d’un coup, au champ qu’il faut corriger', () => {
  it('un type de fait inconnu nomme le rang du fait et les types permis', () => {
    const [faute, ...reste] = listFautes({ ...dossier, faits: [decision, { type: 'décision', date: '2026-01-01' }] });
    expect(reste).toEqual([]);
    expect(faute).toMatch(/^Fait 2, type : « décision » est inconnu\. Types permis : .*\bdecision\b/);
  });

  it('un champ inconnu se nomme, avec les champs permis : mal écrit, il changerait une échéance sans se voir', () => {
    expect(listFautes({ ...dossier, faits: [{ ...decision, dureeMoi: 6 }] })[0]).toMatch(
      /^Fait 1, dureeMoi : Champ inconnu\. Champs permis : type, date, mesure, code, .*dureeMois/,
    );
  });

  it.each([
    [{ ...decision, code: 'PLACEMENT' }, /^Fait 1, code : .*PLACEMENT_ASE/],
    [{ ...decision, dureeMois: 'six' }, 'Fait 1, dureeMois : Indiquez un nombre.'],
    [{ ...decision, dureeMois: 0 }, 'Fait 1, dureeMois : 1 au moins.'],
    [{ ...decision, sansAudition: 'oui' }, 'Fait 1, sansAudition : Indiquez true ou false.'],
    [{ ...decision, date: '2026-02-30' }, /^Fait 1, date : La date s’écrit 2026-11-21, ou/],
    [{ ...decision, date: undefined }, 'Fait 1, date : Indiquez la date du fait.'],
    [{ ...decision, date: '9999-01-01' }, 'Fait 1, date : Vérifiez l’année : de 1850 à 2200.'],
    [{ ...decision, au: '9999-01-01' }, 'Fait 1, au : Vérifiez l’année : de 1850 à 2200.'],
    ['decision', /^Fait 1, type : Un fait est un objet/],
  ])('le fait %j', (fait, phrase) => {
    const fautes = listFautes({ ...dossier, faits: [fait] });
    expect(fautes).toEqual([typeof phrase === 'string' ? phrase : expect.stringMatching(phrase)]);
  });

  it.each([
    [{ aujourdhui: undefined }, 'aujourdhui : Indiquez une date.'],
    [{ aujourdhui: '2026-11-21T10:00:00Z' }, /^aujourdhui : Indiquez une date qui existe/],
    [{ enfant: undefined }, 'enfant : Indiquez un objet { … }.'],
    [{ enfant: { dateNaissance: 2016 } }, 'enfant dateNaissance : Indiquez une date.'],
    [{ enfant: { nom: 'X' } }, 'enfant nom : Champ inconnu.'],
    [{ faits: {} }, 'faits : Indiquez une liste [ … ].'],
    [{ zone: '99' }, /^zone : La zone est metropole/],
    [{ parametres: { 'acces.revue-mensuelle-jour': 31 } }, /^parametres acces\.revue-mensuelle-jour : .* de 1 à 28/],
    [{ parametres: { inconnu: 1 } }, 'parametres inconnu : Champ inconnu.'],
    [{ lieu: 'ici' }, /^lieu : Champ inconnu\. Champs permis : aujourdhui, enfant, zone, parametres, faits/],
  ])('le dossier avec %j', (change, phrase) => {
    const fautes = listFautes({ ...dossier, ...change });
    expect(fautes).toEqual([typeof phrase === 'string' ? phrase : expect.stringMatching(phrase)]);
  });

  it.each([null, [], 'dossier', 3])('%j n’est pas un dossier', (brut) => {
    expect(listFautes(brut)).toEqual(['Indiquez un objet { … }.']);
  });

  it('les fautes du dossier et de chaque fait sortent ensemble', () => {
    const fautes = listFautes({ enfant: {}, faits: [decision, { type: 'accord', date: 'hier' }] });
    expect(fautes.map((faute) => faute.split(' : ')[0])).toEqual(['aujourdhui', 'Fait 2, date', 'Fait 2, forme']);
  });
});

it('le schéma JSON a une forme par type de fait, et refuse ce qu’il ne connaît pas', () => {
  const schema = JSON.parse(JSON.stringify(buildSchemaJson()));
  expect(schema).toMatchObject({ additionalProperties: false, required: ['aujourdhui', 'enfant', 'faits'] });
  const formes = schema.properties.faits.items.oneOf;
  const forme = formes.find(
    ({ properties }: { properties: { type: { const: string } } }) => properties.type.const === 'decision',
  );
  expect(forme).toMatchObject({ additionalProperties: false, required: ['type', 'date', 'code'] });
});
