import { describe, expect, it } from 'vitest';
import { createDonneeDatee } from './donnee-datee.ts';
import { evaluateCouloir } from './echeance.ts';
import { createIdentifiant, Identifiant } from './identifiant.ts';
import { jourCivil } from './jour-civil.ts';
import { formatNom, normaliseLibelle, normaliseNom } from './nom-propre.ts';
import { buildPage, computeDecalage, PageDemandee } from './pagination.ts';
import { formatTexte, type TexteLegal } from './texte-legal.ts';
import { accepte, computeVerdict, incomplet, oppose } from './verdict.ts';

const verifie: TexteLegal = { code: 'CPC', article: '641', alinea: 2, source: 'S02', confiance: 'verifie' };
const local: TexteLegal = { code: 'règlement départemental', source: 'RDAS', confiance: 'local' };
const aConfirmer: TexteLegal = { code: 'CASF', article: 'L311-4', source: 'à lire', confiance: 'a-confirmer' };

describe('un identifiant', () => {
  it('est un uuid version 7, rangé par instant, jamais deux fois le même', () => {
    const liste = Array.from({ length: 1000 }, () => createIdentifiant());
    expect(new Set(liste).size).toBe(1000);
    expect(liste.every((id) => Identifiant.safeParse(id).success && id[14] === '7')).toBe(true);
    expect(createIdentifiant(1_000) < createIdentifiant(1_001)).toBe(true);
  });

  it("se reproduit quand l'instant et le hasard sont donnés (RFC 9562, A.6)", () => {
    const hasard = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(createIdentifiant(0x017f22e279b0, hasard)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
    expect(() => createIdentifiant(0, new Uint8Array(3))).toThrow('dix octets');
  });

  it('mal écrit est refusé en français', () => {
    expect(Identifiant.safeParse('12').error?.issues[0]?.message).toBe('Cet identifiant n’est pas valable.');
  });
});

describe('un texte légal', () => {
  it('se cite avec sa confiance quand elle est moindre', () => {
    expect(formatTexte(verifie)).toBe('CPC, art. 641, al. 2');
    expect(formatTexte(local)).toBe('règlement départemental (pratique du département)');
  });
});

describe('une donnée datée', () => {
  const seuil = createDonneeDatee('seuil', [
    { du: jourCivil('2022-02-23'), au: null, valeur: 3 },
    { du: jourCivil('2016-03-16'), au: jourCivil('2022-02-22'), valeur: 2 },
  ]);

  it('se lit au jour dit, des deux côtés de sa date d’effet', () => {
    expect(seuil.at(jourCivil('2022-02-22'))).toBe(2);
    expect(seuil.at(jourCivil('2022-02-23'))).toBe(3);
    expect(seuil.versions.map(({ valeur }) => valeur)).toEqual([2, 3]);
  });

  it('est refusée hors de ses dates, et quand deux valeurs se chevauchent', () => {
    expect(() => seuil.at(jourCivil('2016-03-15'))).toThrow('« seuil » : aucune valeur en vigueur le 15 mars 2016.');
    const double = [jourCivil('2020-01-01'), jourCivil('2021-01-01')].map((du) => ({ du, au: null, valeur: 1 }));
    expect(() => createDonneeDatee('seuil', double)).toThrow('deux valeurs en vigueur le 1er janvier 2021');
  });
});

describe('un verdict', () => {
  it('refuse sur un texte vérifié, avertit seulement sur un texte à confirmer ou local', () => {
    expect(oppose('Trop tard.', [local, verifie]).issue).toBe('refuse');
    expect(oppose('Trop tard.', [local])).toMatchObject({
      issue: 'accepte',
      avertissements: [{ motif: 'Trop tard.' }],
    });
    expect(oppose('Trop tard.', [aConfirmer, local])).toMatchObject({
      issue: 'accepte',
      avertissements: [{ textes: [aConfirmer, local] }],
    });
    expect(oppose('Trop tard.', []).issue).toBe('accepte');
  });

  it('réunit plusieurs règles : refus, puis manques, puis avertissements', () => {
    const refus = oppose('Non.', [verifie]);
    const manque = incomplet(['dateNaissance'], 'Il manque la date de naissance.');
    expect(computeVerdict([accepte(['a']), manque, refus])).toBe(refus);
    expect(computeVerdict([manque, incomplet(['sexe', 'dateNaissance'], 'Il manque le sexe.')])).toMatchObject({
      issue: 'incomplet',
      manque: ['dateNaissance', 'sexe'],
      motif: 'Il manque la date de naissance. Il manque le sexe.',
    });
    expect(computeVerdict([accepte(['a']), oppose('Attention.', [local], ['b'])])).toMatchObject({
      issue: 'accepte',
      avertissements: [{ motif: 'Attention.' }],
      etapes: ['a', 'b'],
    });
  });
});

describe('une échéance', () => {
  const aujourdhui = jourCivil('2026-11-21');
  const couloir = (pour: string, attenteDe: string | null = null, faite = false) =>
    evaluateCouloir({ pour: jourCivil(pour), attenteDe, faiteLe: faite ? aujourdhui : null }, aujourdhui);

  it('change de couloir la veille, le jour et le lendemain', () => {
    expect(['2026-11-20', '2026-11-21', '2026-11-22'].map((jour) => couloir(jour))).toEqual([
      'en-retard',
      'aujourd-hui',
      'a-venir',
    ]);
    expect(['2026-12-21', '2026-12-22'].map((jour) => couloir(jour))).toEqual(['a-venir', 'lointaine']);
  });

  it("en retard le reste même quand on attend quelqu'un", () => {
    expect(couloir('2026-11-25', 'parquet')).toBe('en-attente');
    expect(couloir('2026-11-20', 'parquet')).toBe('en-retard');
    expect(couloir('2026-11-20', null, true)).toBe('faite');
  });
});

describe('une page de liste', () => {
  it("reste sage quand l'adresse est abîmée", () => {
    expect(PageDemandee.parse({})).toEqual({ page: 1, taille: 50 });
    expect(PageDemandee.parse({ page: 'abc', taille: '-3' })).toEqual({ page: 1, taille: 50 });
    expect(PageDemandee.parse({ page: '3', taille: '1000000' })).toEqual({ page: 3, taille: 200 });
    expect(PageDemandee.parse({ page: null, taille: null })).toEqual({ page: 1, taille: 50 });
  });

  it('compte ses pages', () => {
    expect(buildPage(['a'], 101, { page: 3, taille: 50 })).toMatchObject({ pages: 3, total: 101 });
    expect(buildPage([], 0, { page: 1, taille: 50 }).pages).toBe(1);
    expect(computeDecalage({ page: 3, taille: 50 })).toBe(100);
  });
});

describe('un nom propre', () => {
  it.each([
    ['Éléonore', 'ELEONORE'],
    ['Jean-Éloi', 'jean eloi'],
    ['de La Tour', 'LA-TOUR'],
    ["D'Hérouville", 'd’herouville'],
    ['Lœb', 'LOEB'],
    ['Le Goff', 'LEGOFF'],
    ['de', 'DE'],
  ])('« %s » se compare à « %s »', (a, b) => {
    expect(normaliseNom(a)).toBe(normaliseNom(b));
  });

  it('garde des clés distinctes pour des noms distincts', () => {
    expect(normaliseNom('Martin')).not.toBe(normaliseNom('Martinez'));
    expect(normaliseLibelle("  N° d'enfant (ASE) ")).toBe('n d enfant ase');
  });

  it("s'écrit « NOM Prénom »", () => {
    expect(formatNom('lefèvre-duché', 'jean-éloi')).toBe('LEFÈVRE-DUCHÉ Jean-Éloi');
    expect(formatNom('MARTIN', 'MARIE ANGE')).toBe('MARTIN Marie Ange');
    expect(formatNom('Martin', null)).toBe('MARTIN');
  });
});
