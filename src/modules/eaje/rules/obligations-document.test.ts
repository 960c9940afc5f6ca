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
