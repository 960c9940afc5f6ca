import { describe, expect, it } from 'vitest';
import { getCreche, listCreches, listVersionsDocument } from '#modules/eaje/index.server.ts';
import { formatVersionLue, type NatureDocument } from '#modules/eaje/index.ts';
import { withCreches } from '#modules/eaje/testing/monde-creches.ts';
import { erreurDe, withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { Conflit, Introuvable, SaisieInvalide } from '#server/errors.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { recordVersionDocument, updateDocument } from './documents-commands.server.ts';

const base = withBase();
const c = withCreches(base, withOrganisation(base));
const JOUR = jourCivil('2026-11-21');
const lire = (nature: NatureDocument = 'REGLEMENT_FONCTIONNEMENT') =>
  c.asRole('territoireNord', ({ tx }) => listVersionsDocument(tx, c.monde.nord.id, nature));
const saisie = async (dates: object, nature: NatureDocument = 'REGLEMENT_FONCTIONNEMENT') => ({
  etablissementId: c.monde.nord.id,
  nature,
  version: formatVersionLue((await lire(nature))[0]),
  aRevoirLe: '',
  transmisLe: '',
  ...dates,
});
const echeances = () =>
  base.executeSql<{ pour: string; statut: string }>(
    "select pour::text, statut from echeances.echeance where etablissement_id = $1 and regle = 'CAP-26' order by pour",
    [c.monde.nord.id],
  );

describe('Les versions d’un document d’une crèche (CAP-26)', () => {
  it('la première s’inscrit, se corrige, et deux qui l’inscrivent ensemble se voient', async () => {
    const premiere = await saisie({ etabliLe: '1/1/2024', aRevoirLe: '1/1/2027' });
    await c.agit('territoireNord', recordVersionDocument, premiere);
    const conflit = await erreurDe(c.agit('territoireNord', recordVersionDocument, premiere));
    expect(conflit).toBeInstanceOf(Conflit);
    expect(conflit.actuel).toMatchObject({ 'Établi le': '01/01/2024', 'À revoir le': '01/01/2027' });
    const corrigee = await saisie({ etabliLe: '1/2/2024', aRevoirLe: '1/1/2027' });
    await c.agit('territoireNord', updateDocument, corrigee);
    expect(await erreurDe(c.agit('territoireNord', updateDocument, corrigee))).toBeInstanceOf(Conflit);
    expect((await lire()).map(({ etabliLe, version }) => [etabliLe, version])).toEqual([['2024-02-01', 2]]);
    expect(await echeances()).toEqual([
      { pour: '2024-03-02', statut: 'ouverte' },
      { pour: '2027-01-01', statut: 'ouverte' },
    ]);
  });
  it('la nouvelle vaut et se lit partout ; la précédente reste, et la transmission oubliée reste due une fois', async () => {
    await c.agit(
      'territoireNord',
      recordVersionDocument,
      await saisie({ etabliLe: '1/6/2026', aRevoirLe: '1/6/2029' }),
    );
    expect((await lire()).map(({ etabliLe }) => etabliLe)).toEqual(['2026-06-01', '2024-02-01']);
    const [enListe] = await c.asRole('territoireNord', ({ tx }) => listCreches(tx, JOUR));
    const enFiche = await c.asRole('territoireNord', ({ tx }) => getCreche(tx, c.monde.nord.id, JOUR));
    for (const { documents } of [enListe, enFiche].flatMap((creche) => creche ?? []))
      expect(documents.map(({ etabliLe }) => etabliLe)).toEqual(['2026-06-01']);
    const ouvertes = async () =>
      (await echeances()).filter(({ statut }) => statut === 'ouverte').map(({ pour }) => pour);
    expect(await ouvertes()).toEqual(['2024-03-02', '2029-06-01']);
    await c.agit(
      'territoireNord',
      updateDocument,
      await saisie({ etabliLe: '1/6/2026', aRevoirLe: '1/6/2029', transmisLe: '20/11/2026' }),
    );
    expect(await ouvertes()).toEqual(['2029-06-01']);
    expect((await lire()).map(({ transmisLe }) => transmisLe)).toEqual(['2026-11-20', null]);
  });
  it('une version vient après la précédente, jamais demain ; les dates se suivent', async () => {
    for (const etabliLe of ['1/6/2026', '1/1/2020', '22/11/2026'])
      expect(await erreurDe(c.agit('territoireNord', recordVersionDocument, await saisie({ etabliLe })))).toMatchObject(
        {
          champ: 'etabliLe',
        },
      );
    expect(
      await erreurDe(c.agit('territoireNord', updateDocument, await saisie({ etabliLe: '1/2/2024' }))),
    ).toMatchObject({ champ: 'etabliLe' });
    for (const [champ, valeur] of [
      ['transmisLe', '1/5/2026'],
      ['aRevoirLe', '1/6/2026'],
    ] as const) {
      const faute = await erreurDe(
        c.agit('territoireNord', updateDocument, await saisie({ etabliLe: '1/6/2026', [champ]: valeur })),
      );
      expect(faute).toBeInstanceOf(SaisieInvalide);
      expect(faute).toMatchObject({ erreurs: { [champ]: expect.any(String) } });
    }
    const demain = await saisie({ etabliLe: '1/6/2026', transmisLe: '22/11/2026' });
    expect(await erreurDe(c.agit('territoireNord', updateDocument, demain))).toMatchObject({ champ: 'transmisLe' });
  });
  it('le projet d’établissement ne se transmet pas', async () => {
    const projet = await saisie({ etabliLe: '1/6/2026', transmisLe: '2/6/2026' }, 'PROJET_ETABLISSEMENT');
    await c.agit('territoireNord', recordVersionDocument, projet);
    expect(await lire('PROJET_ETABLISSEMENT')).toMatchObject([{ aTransmettre: false, transmisLe: null }]);
  });
  it('qui lit sans tenir, ou tient ailleurs, n’inscrit ni ne corrige ; ailleurs, on ne lit rien', async () => {
    const version = await saisie({ etabliLe: '1/11/2026' });
    for (const role of ['territoireSud', 'crecheNord'] as const)
      for (const commande of [recordVersionDocument, updateDocument])
        expect(await erreurDe(c.agit(role, commande, version)), role).toBeInstanceOf(Introuvable);
    const vues = await c.asRole('territoireSud', ({ tx }) =>
      listVersionsDocument(tx, c.monde.nord.id, 'REGLEMENT_FONCTIONNEMENT'),
    );
    expect(vues).toEqual([]);
    await expect(
      c.asRole('crecheNord', ({ tx }) =>
        tx
          .updateTable('eaje.document')
          .set({ transmisLe: null })
          .where('etablissementId', '=', c.monde.nord.id)
          .executeTakeFirst(),
      ),
    ).resolves.toMatchObject({ numUpdatedRows: 0n });
  });
});
