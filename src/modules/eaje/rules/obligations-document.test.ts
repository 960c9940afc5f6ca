import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_EAJE } from '../index.ts';

const lire = (faits: readonly FaitEcrit[]) => listDues(getRegle(REGLES_EAJE, 'CAP-26'), buildDossier(faits));

describe('Les documents d’une crèche se revoient au jour qu’elle s’est donné (CAP-26)', () => {
  const document = (date: string, aRevoirLe?: string, nature = 'REGLEMENT_FONCTIONNEMENT') => ({
    type: 'document-creche',
    date,
    nature,
    ...(aRevoirLe ? { aRevoirLe } : {}),
  });
  it('sans date de révision, rien n’est dû', () => {
    expect(lire([document('2020-01-01')])).toEqual([]);
  });
  it('la version suivante satisfait la précédente ; chaque document a les siennes', () => {
    expect(
      lire([
        document('2020-01-01', '2025-01-01'),
        document('2024-12-01', '2026-11-21'),
        document('2022-01-01', '2026-11-20', 'PROJET_ETABLISSEMENT'),
      ]),
    ).toEqual(['2025-01-01 faite', '2026-11-20 en-retard', '2026-11-21 aujourd-hui']);
  });
  it.each([
    ['PROTOCOLE_HYGIENE', 'Revoir un document : protocole « hygiène »'],
    ['REGLEMENT_FONCTIONNEMENT', 'Revoir un document : règlement de fonctionnement'],
    ['Charte des familles', 'Revoir un document : charte des familles'],
  ])('%s se lit « %s »', (nature, libelle) => {
    const regle = getRegle(REGLES_EAJE, 'CAP-26');
    const obligations = regle.list(buildDossier([document('2020-01-01', '2025-01-01', nature)]));
    expect(obligations.map((obligation) => obligation.libelle)).toEqual([libelle]);
  });
});

describe('Chaque version du règlement et de ses protocoles se transmet au président (CAP-26, CSP R2324-30)', () => {
  const version = (date: string, transmisLe?: string, nature = 'REGLEMENT_FONCTIONNEMENT') => ({
    type: 'document-creche',
    date,
    nature,
    aTransmettre: true,
    ...(transmisLe ? { transmisLe } : {}),
  });
  const regle = getRegle(REGLES_EAJE, 'CAP-26');
  const lireAu = (jour: string, faits: readonly FaitEcrit[], parametres = {}) =>
    listDues(regle, buildDossier(faits, { jour, parametres }));

  it('sous trente jours, ou le délai du département : la veille, le jour, le lendemain', () => {
    expect(lireAu('2026-11-20', [version('2026-10-22')])).toEqual(['2026-11-21 a-venir']);
    expect(lireAu('2026-11-21', [version('2026-10-22')])).toEqual(['2026-11-21 aujourd-hui']);
    expect(lireAu('2026-11-22', [version('2026-10-22')])).toEqual(['2026-11-21 en-retard']);
    expect(lireAu('2026-11-21', [version('2026-10-22')], { 'creches.transmission-jours': 10 })).toEqual([
      '2026-11-01 en-retard',
    ]);
  });
  it('transmise, elle ne doit plus rien ; la suivante doit la sienne', () => {
    expect(lireAu('2026-11-21', [version('2023-01-01', '2023-01-31'), version('2026-11-01')])).toEqual([
      '2023-01-31 faite',
      '2026-12-01 a-venir',
    ]);
    expect(lireAu('2026-11-21', [version('2023-01-01', '2023-02-01')])).toEqual(['2023-01-31 faite-en-retard']);
  });
  it('remplacée sans avoir été transmise : une seule transmission due, au premier terme, que la dernière version satisfait', () => {
    const jamais = [version('2023-01-01'), version('2025-06-01')];
    expect(lireAu('2026-11-21', [...jamais, version('2026-11-10')])).toEqual(['2023-01-31 en-retard']);
    expect(lireAu('2026-11-21', [...jamais, version('2026-11-10', '2026-11-20')])).toEqual([
      '2023-01-31 faite-en-retard',
    ]);
    const [due] = regle.list(buildDossier(jamais));
    expect(due?.cle).toBe(regle.list(buildDossier([version('2023-01-01')]))[0]?.cle);
    expect(due?.etapes().at(-1)).toContain('la version du 1er juin 2025');
  });
  it('l’oubli ne passe pas d’un document à l’autre, ni par-dessus une version transmise', () => {
    expect(
      lireAu('2026-11-21', [
        version('2020-01-01'),
        version('2022-01-01', '2022-01-05'),
        version('2026-11-01'),
        version('2026-11-05', '2026-11-06', 'PROTOCOLE_HYGIENE'),
      ]),
    ).toEqual(['2020-01-31 faite-en-retard', '2026-12-01 a-venir', '2026-12-05 faite']);
  });
  it('une version inscrite avant que la transmission se dise ne doit rien', () => {
    expect(lireAu('2026-11-21', [{ ...version('2020-01-01'), aTransmettre: undefined }])).toEqual([]);
  });
});
